"""The money of the county for courtyards."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .parts import fen, someone


class Programme(models.Model):
    """惠民资金项目. Money set aside for courtyards: 1.2 亿元 in the county's livelihood programme (domain.md §2 no. 3).
    What is granted from it stands in allocations; more than the budget cannot be granted (actions/planning.py)."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    budget = fen(_("budget (fen)"))
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(name="programme_budget_positive", condition=Q(budget__gt=0)),
            models.CheckConstraint(name="programme_days", condition=Q(ends_on__gte=F("starts_on"))),
        ]

    def __str__(self):
        return self.name


class Allocation(models.Model):
    """资金安排. Money of a programme for the plan of a courtyard; below zero what was left over and went back."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="allocations", verbose_name=_("programme"))
    plan = models.ForeignKey("patrol.WorksPlan", models.PROTECT, related_name="allocations",
                             verbose_name=_("plan of works"))
    amount = models.BigIntegerField(_("amount (fen)"))
    by = someone(_("by"))
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("allocation")
        verbose_name_plural = _("allocations")
        ordering = ["id"]
        constraints = [models.CheckConstraint(name="allocation_not_nothing", condition=~Q(amount=0))]

    def __str__(self):
        return f"{self.amount / 100:,.2f}"
