"""How long each stage of a ticket may take: data of the county."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shuangliu.deadlines import Limit, Unit

from ..states import Stage
from .tickets import Kind


class TicketLimit(models.Model):
    """工单时限. So much time for a stage; without a kind it is the general rule. Limits.DEFAULTS holds until a row
    says otherwise."""

    stage = models.CharField(_("stage"), max_length=10, choices=Stage)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, blank=True)
    amount = models.DecimalField(_("limit"), max_digits=5, decimal_places=1)
    unit = models.CharField(_("unit"), max_length=16, choices=Unit)
    source = models.CharField(_("source"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("time limit of tickets")
        verbose_name_plural = _("time limits of tickets")
        ordering = ["stage", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["stage", "kind"], name="ticket_limit_once"),
            models.CheckConstraint(name="ticket_limit_above_zero", condition=Q(amount__gt=0)),
            models.CheckConstraint(name="ticket_limit_unit_known", condition=Q(unit__in=Unit.values)),
            models.CheckConstraint(name="ticket_limit_stage_known", condition=Q(stage__in=Stage.values)),
        ]

    def __str__(self):
        return f"{self.get_stage_display()}: {self.limit}"

    @property
    def limit(self) -> Limit:
        return Limit(self.amount, Unit(self.unit))
