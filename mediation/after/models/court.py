"""What courts have to do with an agreement, and with a dispute that was mediated."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from grids.keys import AreaKeyed

from ...models.cases import Case
from ...models.rounds import Round


class Result(models.TextChoices):
    """What the court decided upon the application."""

    CONFIRMED = "confirmed", _("Confirmed")
    REJECTED = "rejected", _("Not confirmed")
    WITHDRAWN = "withdrawn", _("Application withdrawn")


class Confirmation(AreaKeyed):
    """司法确认. Both sides apply together for the confirmation of their agreement, within 30 days of its effect
    (人民调解法 art. 33; 民事诉讼法 2023 art. 205). One at a time; a new one after one was withdrawn."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="confirmations", verbose_name=_("mediation case"))
    round = models.ForeignKey(Round, models.CASCADE, related_name="confirmations", verbose_name=_("round of mediation"))
    court = models.CharField(_("court"), max_length=100)
    applied_on = models.DateField(_("applied on"))
    case_number = models.CharField(_("case number of the court"), max_length=60, blank=True)
    result = models.CharField(_("decision"), max_length=10, choices=Result, blank=True)
    decided_on = models.DateField(_("decided on"), null=True)
    document_number = models.CharField(_("number of the document"), max_length=60, blank=True)
    advice = models.TextField(_("advice given"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, db_index=False, related_name="+",
                           verbose_name=_("recorded by"))
    recorded_at = models.DateTimeField(_("recorded at"))

    class Meta:
        verbose_name = _("judicial confirmation")
        verbose_name_plural = _("judicial confirmations")
        ordering = ["applied_on", "id"]
        indexes = [models.Index(fields=["county_key", "applied_on"], name="confirmation_county_applied")]
        constraints = [
            models.UniqueConstraint(fields=["round"], condition=~Q(result="withdrawn"), name="confirmation_one_stands"),
            models.CheckConstraint(name="confirmation_decided_whole", condition=(
                Q(result="", decided_on=None) | Q(result__in=Result.values, decided_on__isnull=False))),
            models.CheckConstraint(name="confirmation_days_in_order",
                                   condition=Q(decided_on=None) | Q(decided_on__gte=F("applied_on"))),
        ]

    def __str__(self):
        return self.court


class SuitKind(models.TextChoices):
    JUDGMENT = "judgment", _("Judgment")
    SETTLEMENT = "settlement", _("Settlement before the court")
    WITHDRAWAL = "withdrawal", _("Action withdrawn")
    FILED = "filed", _("Action brought")


class Suit(models.Model):
    """后续诉讼. What a court did with the dispute later. It is told and changes nothing that has been counted: a case
    that failed in mediation stays failed (domain.md §5.2)."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="suits", verbose_name=_("mediation case"))
    uuid = models.UUIDField(unique=True, editable=False)  # the form that was sent
    kind = models.CharField(_("kind"), max_length=10, choices=SuitKind)
    on = models.DateField(_("day"))
    court = models.CharField(_("court"), max_length=100)
    number = models.CharField(_("case number of the court"), max_length=60, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, db_index=False, related_name="+",
                           verbose_name=_("recorded by"))
    recorded_at = models.DateTimeField(_("recorded at"))

    class Meta:
        verbose_name = _("later proceedings in court")
        verbose_name_plural = _("later proceedings in court")
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(name="suit_kind_known", condition=Q(kind__in=SuitKind.values)),
        ]

    def __str__(self):
        return f"{self.on} {self.court}"
