"""What each side has taken on, and whether it was done."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from residents.models.parts import someone

from ..terms import Every, Side
from .agreements import FourPartyAgreement


class AgreementDuty(models.Model):
    """协议义务. What a side does, how often, and for how many hours each time.

    `due_on` is the last day of the period that has to be marked next; none before the agreement is in force and after
    its end.
    """

    agreement = models.ForeignKey(FourPartyAgreement, models.CASCADE, related_name="duties",
                                  verbose_name=_("four-party agreement"))
    side = models.CharField(_("whose duty"), max_length=10, choices=Side)
    text = models.CharField(_("what they do"), max_length=100)
    every = models.CharField(_("how often it comes"), max_length=10, choices=Every)
    hours = models.DecimalField(_("hours each time"), max_digits=6, decimal_places=1, default=0)
    due_on = models.DateField(_("to be done by"), null=True)

    class Meta:
        verbose_name = _("duty of an agreement")
        verbose_name_plural = _("duties of agreements")
        ordering = ["id"]
        indexes = [models.Index(fields=["due_on", "id"], name="agreement_duty_due",
                                condition=Q(due_on__isnull=False))]
        constraints = [
            models.CheckConstraint(name="agreement_duty_known", condition=Q(
                side__in=Side.values, every__in=Every.values, hours__gte=0)),
        ]

    def __str__(self):
        return self.text


class DutyMark(models.Model):
    """义务落实记录. A duty of one period, by its last day: done in so many hours, or not done and why."""

    duty = models.ForeignKey(AgreementDuty, models.CASCADE, related_name="marks",
                             verbose_name=_("duty of an agreement"))
    due_on = models.DateField(_("to be done by"))
    was_done = models.BooleanField(_("was done"))
    hours = models.DecimalField(_("hours spent"), max_digits=6, decimal_places=1, default=0)
    note = models.CharField(_("note"), max_length=200, blank=True)
    by = someone(_("by"))
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("mark of a duty")
        verbose_name_plural = _("marks of duties")
        ordering = ["-due_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["duty", "due_on"], name="duty_mark_once"),
            models.CheckConstraint(name="duty_mark_why_not", condition=Q(was_done=True, hours__gte=0)
                                   | Q(was_done=False, hours=0) & ~Q(note="")),
        ]

    def __str__(self):
        return f"{self.duty_id} {self.due_on:%F} {'✓' if self.was_done else '✗'}"
