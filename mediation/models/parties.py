"""The two sides of a dispute."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy import masking
from shuangliu.privacy.cipher import lookup_hash
from shuangliu.privacy.fields import EncryptedTextField

from .cases import Case


class Side(models.TextChoices):
    APPLICANT = "applicant", _("Applicant")
    RESPONDENT = "respondent", _("Respondent")


class Party(models.Model):
    """当事人. A person or an organisation on one side. Encrypted; shown masked until a purpose is stated."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="parties", verbose_name=_("mediation case"))
    role = models.CharField(_("side"), max_length=12, choices=Side)
    is_organisation = models.BooleanField(_("is an organisation"), default=False)
    name = EncryptedTextField(_("full name"))
    id_number = EncryptedTextField(_("ID number"), blank=True, default="")
    id_hash = models.CharField(max_length=64, blank=True, default="", editable=False)
    phone = EncryptedTextField(_("phone"), blank=True, default="")

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["role", "id"]
        constraints = [
            models.CheckConstraint(name="party_role_known", condition=Q(role__in=Side.values)),
            models.UniqueConstraint(fields=["case", "id_hash"], condition=~Q(id_hash=""), name="party_once_per_case"),
        ]

    def __str__(self):
        return self.masked_name

    def save(self, *args, **kwargs):
        self.id_hash = lookup_hash(self.id_number) if self.id_number else ""
        super().save(*args, **kwargs)

    @property
    def masked_name(self) -> str:
        """张** for a person; the name of an organisation is no personal data."""
        return self.name if self.is_organisation else masking.mask_name(self.name)

    @property
    def masked_id_number(self) -> str:
        return masking.mask_id_number(self.id_number)

    @property
    def masked_phone(self) -> str:
        return masking.mask_phone(self.phone)
