"""How long each stage of an incident may take."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shuangliu.deadlines import Limit, Unit

from ..states import Stage

STAGES = [(stage.value, stage.label) for stage in Stage if stage != Stage.HANDLE]


def check_limit(field: str, amount, unit: str) -> None:
    """Raises ValidationError at the field when the amount is nothing, or a part of a day in units of days."""
    if amount is None or unit not in Unit.values:
        return  # said by the fields themselves
    try:
        Limit(amount, unit)
    except ValueError:
        raise ValidationError({field: _("A limit is above zero, and days are counted whole.")}) from None


class StageLimit(models.Model):
    """环节时限. The limit of one stage, for urgent incidents and for the others; handling has its limit from
    the category."""

    stage = models.CharField(_("stage"), max_length=12, choices=STAGES)
    is_urgent = models.BooleanField(_("for urgent incidents"), default=False)
    amount = models.DecimalField(_("limit"), max_digits=9, decimal_places=4)
    unit = models.CharField(_("unit"), max_length=16, choices=Unit)

    class Meta:
        verbose_name = _("stage limit")
        verbose_name_plural = _("stage limits")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["stage", "is_urgent"], name="stage_limit_once"),
            models.CheckConstraint(name="stage_limit_above_zero", condition=Q(amount__gt=0)),
            models.CheckConstraint(name="stage_limit_unit_known", condition=Q(unit__in=Unit.values)),
        ]

    def __str__(self):
        return f"{self.get_stage_display()} {self.limit}"

    def clean(self):
        check_limit("amount", self.amount, self.unit)

    @property
    def limit(self) -> Limit:
        return Limit(self.amount, self.unit)
