"""Somebody with a name, a document and a phone, on whatever table."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from . import masking
from .cipher import lookup_hash
from .documents import Document
from .fields import EncryptedTextField, LookupHashField


def dialled(phone: str) -> str:
    """A number as it is dialled here: +86 138… is 138…; "" for none."""
    digits = phone if phone.isdigit() else "".join(mark for mark in phone if mark.isdigit())
    return digits.removeprefix("86") if len(digits) == 13 else digits


def phone_hash(phone: str) -> str:
    """Keyed hash of a number as dialled; "" for none."""
    return lookup_hash(dialled(phone)) if dialled(phone) else ""


class Masked:
    """How a name, a document and a phone are shown until a purpose is stated."""

    @property
    def masked_name(self) -> str:
        return masking.mask_name(self.name)

    @property
    def masked_id_number(self) -> str:
        return masking.mask_id_number(self.id_number)

    @property
    def masked_phone(self) -> str:
        return masking.mask_phone(self.phone)


class Identified(Masked, models.Model):
    """Somebody with a name, a document and a phone. Encrypted; shown masked until a purpose is stated.

    `id_hash` and `phone_hash` find the same number again without anybody reading it.
    """

    name = EncryptedTextField(_("full name"))
    document = models.CharField(_("kind of document"), max_length=3, choices=Document, blank=True)
    id_number = EncryptedTextField(_("ID number"), blank=True, default="")
    id_hash = LookupHashField(of="id_number", blank=True, default="")
    phone = EncryptedTextField(_("phone"), blank=True, default="")
    phone_hash = LookupHashField(of="phone", plain=dialled, blank=True, default="")

    class Meta:
        abstract = True

    def __str__(self):
        return self.masked_name

    def save(self, *args, **kwargs):
        self.hash_numbers()
        super().save(*args, **kwargs)

    def hash_numbers(self):
        """What follows from the numbers; before bulk_create, which knows no save()."""
        for name, number in (("id_hash", self.id_number), ("phone_hash", self.phone)):
            setattr(self, name, self._meta.get_field(name).hashed(number))
        self.document = (self.document or self.usual_document) if self.id_number else ""
        return self

    @property
    def usual_document(self) -> Document:
        return Document.ID_CARD
