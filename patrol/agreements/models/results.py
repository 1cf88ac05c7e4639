"""What came of an agreement: claims paid, and how many thefts were reported before and after."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from residents.models.parts import someone

from ..terms import Loss
from .agreements import MONEY, FourPartyAgreement


class Claim(models.Model):
    """理赔. A loss of an insured household, by the number under which the insurer keeps it: who claims and where they
    live is with the insurer and needed by nobody here, and a suspect stands nowhere (domain.md §7)."""

    class State(models.TextChoices):
        FILED = "filed", _("With the insurer")
        PAID = "paid", _("Claim paid")
        REFUSED = "refused", _("Claim not paid")

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    agreement = models.ForeignKey(FourPartyAgreement, models.CASCADE, related_name="claims",
                                  verbose_name=_("four-party agreement"))
    reference = models.CharField(_("number with the insurer"), max_length=40)
    happened_on = models.DateField(_("day of the loss"))
    filed_on = models.DateField(_("claimed on"))
    loss = models.CharField(_("kind of loss"), max_length=10, choices=Loss)
    claimed = models.DecimalField(_("claimed (yuan)"), **MONEY)
    paid = models.DecimalField(_("paid (yuan)"), null=True, blank=True, **MONEY)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.FILED)
    settled_on = models.DateField(_("day of the decision"), null=True)
    reason = models.CharField(_("why it was not paid"), max_length=200, blank=True)
    by = someone(_("entered by"))
    at = models.DateTimeField(_("entered at"))

    class Meta:
        verbose_name = _("claim of an agreement")
        verbose_name_plural = _("claims of agreements")
        ordering = ["-happened_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "reference"], name="claim_once"),
            models.CheckConstraint(name="claim_known", condition=Q(loss__in=Loss.values, claimed__gt=0)),
            models.CheckConstraint(name="claim_days", condition=Q(filed_on__gte=F("happened_on"))),
            models.CheckConstraint(name="claim_settled_whole", condition=Q(state="filed", paid=None, settled_on=None)
                                   | Q(state="paid", paid__gt=0, paid__lte=F("claimed"), settled_on__isnull=False)
                                   | Q(state="refused", paid=None, settled_on__isnull=False) & ~Q(reason="")),
        ]

    def __str__(self):
        return self.reference


class TheftCount(models.Model):
    """发案数. How many thefts were reported in the insured part, in some days before the agreement or under it: a
    number that somebody was told, and by whom."""

    class When(models.TextChoices):
        BEFORE = "before", _("before the agreement")
        AFTER = "after", _("under the agreement")

    agreement = models.ForeignKey(FourPartyAgreement, models.CASCADE, related_name="thefts",
                                  verbose_name=_("four-party agreement"))
    when = models.CharField(_("when"), max_length=6, choices=When)
    starts_on = models.DateField(_("thefts counted from"))
    ends_on = models.DateField(_("counted until"))
    count = models.PositiveIntegerField(_("thefts reported"))
    source = models.CharField(_("where the number is from"), max_length=100)
    by = someone(_("entered by"))
    at = models.DateTimeField(_("entered at"))

    class Meta:
        verbose_name = _("count of thefts")
        verbose_name_plural = _("counts of thefts")
        ordering = ["-when"]  # before comes before after
        constraints = [
            models.UniqueConstraint(fields=["agreement", "when"], name="theft_count_once"),
            models.CheckConstraint(name="theft_count_when", condition=Q(when__in=["before", "after"])),
            models.CheckConstraint(name="theft_count_days", condition=Q(ends_on__gte=F("starts_on"))),
            models.CheckConstraint(name="theft_count_sourced", condition=~Q(source="")),
        ]

    def __str__(self):
        return f"{self.get_when_display()} {self.count}"

    @property
    def days(self) -> int:
        return (self.ends_on - self.starts_on).days + 1
