"""Who in each unit is spoken to about stability, public order and petitions."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from hotline.personal import OFFICERS
from shuangliu.privacy.personal import Data, Personal

from ..querysets import LiaisonQuerySet


class LiaisonOfficer(models.Model):
    """维稳综治信访联络员. An official function of a unit, by name and office phone, from a day to a day. The unit is a
    department, or one of another name (`unit`)."""

    area = models.ForeignKey("grids.Area", models.PROTECT, related_name="+", db_index=False, verbose_name=_("county"))
    department = models.ForeignKey("grids.Department", models.PROTECT, null=True, blank=True, related_name="+",
                                   verbose_name=_("department"))
    unit = models.CharField(_("other unit"), max_length=100, blank=True)
    name = models.CharField(_("liaison officer"), max_length=40)
    position = models.CharField(_("position"), max_length=60, blank=True)
    office_phone = models.CharField(_("office phone"), max_length=30)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("until"), null=True, blank=True)

    personal = Personal(**OFFICERS, fields={"name": Data.NAME, "office_phone": Data.PHONE})
    objects = LiaisonQuerySet.as_manager()

    class Meta:
        verbose_name = _("liaison officer")
        verbose_name_plural = _("liaison officers")
        ordering = ["area", "department", "unit", "-valid_from", "id"]
        indexes = [models.Index(fields=["area", "id"], name="liaison_county")]
        constraints = [
            models.CheckConstraint(name="liaison_of_one_unit", condition=(
                Q(department__isnull=False, unit="") | Q(department=None) & ~Q(unit="")),
                violation_error_message=_("Choose a department, or name another unit.")),
            models.CheckConstraint(name="liaison_range", condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                                   violation_error_message=_("The last day is not before the first.")),
        ]

    def __str__(self):
        return self.name

    @property
    def area_key(self) -> int:
        return self.area.key

    @property
    def unit_name(self) -> str:
        return self.department.name if self.department else self.unit
