"""Who calls: known to the hotline alone."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hotline.personal import CALLERS
from shuangliu.privacy import masking
from shuangliu.privacy.fields import EncryptedTextField, LookupHashField
from shuangliu.privacy.personal import Data, Personal


class CallerQuerySet(models.QuerySet):
    def with_phone(self, phone: str):
        """The callers who gave this number: one, or none."""
        return self.filter(phone_hash__of=phone)


class Caller(models.Model):
    """来电人. A phone number and what its holder wants to be called. Encrypted; shown masked until a purpose is stated.

    `phone_hash` finds the same number again without anybody reading it. No department, no export and no API ever gets a
    caller (domain.md §5.3, PIPL art. 6).
    """

    name = EncryptedTextField(_("wants to be called"), blank=True, default="")
    phone = EncryptedTextField(_("phone"))
    phone_hash = LookupHashField(of="phone", unique=True)
    created_at = models.DateTimeField(_("first called at"))

    personal = Personal(**CALLERS, fields={"name": Data.NAME, "phone": Data.PHONE, "phone_hash": Data.MARK},
                        retention="ticket.contact")
    objects = CallerQuerySet.as_manager()

    class Meta:
        verbose_name = _("caller")
        verbose_name_plural = _("callers")
        indexes = [models.Index(fields=["created_at"], name="caller_first_called")]

    def __str__(self):
        return f"{self.masked_name} {self.masked_phone}".strip()

    @property
    def masked_name(self) -> str:
        return masking.mask_name(self.name)

    @property
    def masked_phone(self) -> str:
        return masking.mask_phone(self.phone)
