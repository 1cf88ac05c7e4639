"""One attempt to settle a dispute."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from grids.models import Level

from .cases import Case
from .mediators import Mediator
from .network import LEVELS, MediationCenter, MediationOrg


class Why(models.TextChoices):
    """Why a round began."""

    ACCEPTED = "accepted", _("The case was taken on")
    TAKEN = "taken", _("Another body took it on")
    RETRY = "retry", _("Another attempt")
    MOVED_UP = "moved_up", _("Handed up by the level below")
    BREACH = "breach", _("The agreement was not kept")


class End(models.TextChoices):
    """How it ended."""

    AGREED = "agreed", _("Agreement")
    FAILED = "failed", _("No agreement")
    MOVED_UP = "moved_up", _("Handed up to the next level")
    TRANSFERRED = "transferred", _("Went to another body")


class AgreementForm(models.TextChoices):
    """People's Mediation Law art. 28."""

    WRITTEN = "written", _("Written agreement")
    ORAL = "oral", _("Oral agreement")


class FailedReason(models.TextChoices):
    REFUSED = "refused", _("A party refused")
    NO_AGREEMENT = "no_agreement", _("No agreement reached")
    OVER_TIME = "over_time", _("Time limit passed")
    SUED = "sued", _("A party went to court")
    OTHER = "other", _("Other")


class Round(models.Model):
    """调解轮次. One organisation tries to settle the dispute, from its acceptance to its end.

    A case has one from the day it is taken on; another one after an attempt in vain, at the level above, and after
    a breach. What was agreed belongs to the round in which it was agreed. The last one is the round of the case;
    it is the only one that can run. What counts in the figures stands at the case and is not touched by later rounds.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="rounds", verbose_name=_("mediation case"))
    number = models.PositiveSmallIntegerField(_("round"))
    center = models.ForeignKey(MediationCenter, models.PROTECT, null=True, db_index=False, related_name="+",
                               verbose_name=_("mediation centre"))
    org = models.ForeignKey(MediationOrg, models.PROTECT, null=True, db_index=False, related_name="+",
                            verbose_name=_("mediation organisation"))
    mediator = models.ForeignKey(Mediator, models.PROTECT, null=True, db_index=False, related_name="+",
                                 verbose_name=_("mediator"))
    level = models.CharField(_("level"), max_length=12, choices=LEVELS, default=Level.COMMUNITY)
    opened_at = models.DateTimeField(_("began at"))
    opened_why = models.CharField(_("why it began"), max_length=10, choices=Why)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    end = models.CharField(_("how it ended"), max_length=12, choices=End, blank=True)

    # How it came to this organisation: by which rule, and why somebody chose another than the rule says.
    route = models.ForeignKey("mediation.MediationRoute", models.PROTECT, null=True, db_index=False, related_name="+",
                              verbose_name=_("mediation route"))
    chosen_why = models.CharField(_("why not by the rule"), max_length=200, blank=True)

    tried = models.TextField(_("what was tried"), blank=True)  # for whoever goes on
    failed_reason = models.CharField(_("reason of failure"), max_length=16, choices=FailedReason, blank=True)
    advice = models.TextField(_("advice given"), blank=True)  # on other ways (art. 26)

    agreement_form = models.CharField(_("form of agreement"), max_length=8, choices=AgreementForm, blank=True)
    # By its parts (art. 29): facts and issues, who is responsible, what is agreed, in which manner, until when.
    facts = models.TextField(_("facts and issues"), blank=True)
    responsibility = models.TextField(_("responsibility of each side"), blank=True)
    agreement = models.TextField(_("content of the agreement"), blank=True)
    manner = models.CharField(_("manner of performance"), max_length=200, blank=True)
    term = models.CharField(_("time of performance"), max_length=200, blank=True)
    amount = models.DecimalField(_("amount agreed (yuan)"), max_digits=14, decimal_places=2, null=True)
    copies = models.PositiveSmallIntegerField(_("copies"), null=True)  # one for each party, one for the committee
    # A written one when the parties, the mediator and the seal are on it, an oral one when it is made (art. 29, 30).
    effective_at = models.DateTimeField(_("effective from"), null=True)

    class Meta:
        verbose_name = _("round of mediation")
        verbose_name_plural = _("rounds of mediation")
        ordering = ["case", "number"]
        indexes = [
            # Mediators keep the records of what went on to others.
            models.Index(fields=["mediator"], name="round_gone_mediator",
                         condition=Q(end__in=["moved_up", "transferred"], mediator__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="round_number_once"),
            models.UniqueConstraint(fields=["case"], condition=Q(ended_at=None), name="round_one_runs"),
            models.CheckConstraint(name="round_ended_whole", condition=(
                Q(ended_at=None, end="") | Q(ended_at__isnull=False, end__in=End.values))),
            models.CheckConstraint(name="round_moments_in_order",
                                   condition=Q(ended_at=None) | Q(ended_at__gte=F("opened_at"))),
            models.CheckConstraint(name="round_agreement_whole", condition=(
                Q(end="agreed", agreement_form="oral", failed_reason="", effective_at__isnull=False)
                | Q(end="agreed", agreement_form="written", failed_reason="")
                | ~Q(end="agreed") & Q(agreement_form="", agreement="", amount=None, effective_at=None))),
            models.CheckConstraint(name="round_failed_with_reason", condition=(
                Q(end="failed", failed_reason__in=FailedReason.values)
                | ~Q(end="failed") & (Q(failed_reason="") | Q(end="moved_up", failed_reason__in=FailedReason.values)))),
            models.CheckConstraint(name="round_amount", condition=Q(amount=None) | Q(amount__gte=0)),
        ]

    def __str__(self):
        return f"{self.case} / {self.number}"

    @property
    def is_running(self) -> bool:
        return self.ended_at is None

    @property
    def waits_for_signatures(self) -> bool:
        """Agreed in writing, and not in effect yet."""
        return self.agreement_form == AgreementForm.WRITTEN and self.effective_at is None
