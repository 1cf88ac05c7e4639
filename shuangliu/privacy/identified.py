"""Somebody with a name, a document and a phone, on whatever table."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from . import masking
from .cipher import lookup_hash
from .documents import Document
from .fields import EncryptedTextField


class Identified(models.Model):
    """Somebody with a name, a document and a phone. Encrypted; shown masked until a purpose is stated.

    `id_hash` and `phone_hash` find the same number again without anybody reading it.
    """

    name = EncryptedTextField(_("full name"))
    document = models.CharField(_("kind of document"), max_length=3, choices=Document, blank=True)
    id_number = EncryptedTextField(_("ID number"), blank=True, default="")
    id_hash = models.CharField(max_length=64, blank=True, default="", editable=False)
    phone = EncryptedTextField(_("phone"), blank=True, default="")
    phone_hash = models.CharField(max_length=64, blank=True, default="", editable=False)

    class Meta:
        abstract = True

    def __str__(self):
        return self.masked_name

    def save(self, *args, **kwargs):
        self.hash_numbers()
        super().save(*args, **kwargs)

    def hash_numbers(self):
        """What follows from the numbers; before bulk_create, which knows no save()."""
        self.id_hash = lookup_hash(self.id_number) if self.id_number else ""
        self.phone_hash = phone_hash(self.phone)
        self.document = (self.document or self.usual_document) if self.id_number else ""
        return self

    @property
    def usual_document(self) -> Document:
        return Document.ID_CARD

    @property
    def masked_name(self) -> str:
        return masking.mask_name(self.name)

    @property
    def masked_id_number(self) -> str:
        return masking.mask_id_number(self.id_number)

    @property
    def masked_phone(self) -> str:
        return masking.mask_phone(self.phone)


def phone_hash(phone: str) -> str:
    """Keyed hash of a number as dialled here: +86 138… is 138…; "" for none."""
    digits = phone if phone.isdigit() else "".join(mark for mark in phone if mark.isdigit())
    return lookup_hash(digits.removeprefix("86") if len(digits) == 13 else digits) if digits else ""
