"""Who lets for others: agencies and property managers."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy import credit_code


class Firm(models.Model):
    """租赁机构. An agency (经纪机构) that brought a lease about, or a property manager (物业服务企业,
    住房租赁企业) that runs the house; known by its credit code (GB 32100)."""

    class Kind(models.TextChoices):
        AGENCY = "agency", _("Letting agency")
        MANAGER = "manager", _("Property manager")

    kind = models.CharField(_("kind"), max_length=7, choices=Kind)
    name = models.CharField(_("name"), max_length=100)
    code = models.CharField(_("credit code"), max_length=18, validators=[credit_code.validate])
    phone = models.CharField(_("office phone"), max_length=20, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("letting firm")
        verbose_name_plural = _("letting firms")
        ordering = ["kind", "name"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "code"], name="firm_once"),
            models.CheckConstraint(name="firm_kind_known", condition=Q(kind__in=["agency", "manager"])),
        ]

    def __str__(self):
        return self.name
