"""Who works on a case, who should not, and who was asked to help."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mediation.personal import HELPERS
from shuangliu.privacy import masking
from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.personal import Data, Personal

from ..models.cases import Case
from ..models.kept import Kept
from ..models.mediators import Mediator


class ChosenBy(models.TextChoices):
    """How a mediator came to the case (People's Mediation Law art. 19)."""

    APPOINTED = "appointed", _("Appointed by the committee")
    APPLICANT = "applicant", _("Chosen by the applicant side")
    RESPONDENT = "respondent", _("Chosen by the respondent side")
    BOTH = "both", _("Chosen by both sides")


class CaseMediator(models.Model):
    """案件调解员. That a mediator works on a case, since when and until when, and who chose them. One leads."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="members", verbose_name=_("mediation case"))
    mediator = models.ForeignKey(Mediator, models.PROTECT, db_index=False, related_name="case_memberships",
                                 verbose_name=_("mediator"))
    is_lead = models.BooleanField(_("leads"), default=False)
    chosen_by = models.CharField(_("chosen by"), max_length=12, choices=ChosenBy, default=ChosenBy.APPOINTED)
    since = models.DateTimeField(_("since"))
    until = models.DateTimeField(_("until"), null=True)

    class Meta:
        verbose_name = _("mediator of a case")
        verbose_name_plural = _("mediators of cases")
        ordering = ["-is_lead", "since", "id"]
        indexes = [models.Index(fields=["mediator", "case"], name="case_mediator_serving", condition=Q(until=None))]
        constraints = [
            models.UniqueConstraint(fields=["case", "mediator"], condition=Q(until=None), name="case_mediator_once"),
            models.UniqueConstraint(fields=["case"], condition=Q(until=None, is_lead=True),
                                    name="case_mediator_one_leads"),
            models.CheckConstraint(name="case_mediator_chosen_known", condition=Q(chosen_by__in=ChosenBy.values)),
        ]

    def __str__(self):
        return str(self.mediator)


class Ground(models.TextChoices):
    """Why somebody should not mediate: facts about the case, not about the person."""

    KIN = "kin", _("Near relative of a party")
    INTEREST = "interest", _("Has an interest in the dispute")
    RELATION = "relation", _("Other relation that may affect fairness")
    PARTIAL = "partial", _("A party finds the mediator partial")


class Decision(models.TextChoices):
    UPHELD = "upheld", _("Recusal granted")
    REJECTED = "rejected", _("No reason for recusal")


class Recusal(Kept):
    """回避. A ground for which a mediator should leave a case alone, and what the manager decided on it."""

    class RaisedBy(models.TextChoices):
        MEDIATOR = "mediator", _("The mediator")
        APPLICANT = "applicant", _("Applicant")
        RESPONDENT = "respondent", _("Respondent")

    mediator = models.ForeignKey(Mediator, models.PROTECT, related_name="+", verbose_name=_("mediator"))
    raised_by = models.CharField(_("raised by"), max_length=12, choices=RaisedBy)
    ground = models.CharField(_("ground"), max_length=12, choices=Ground)
    detail = models.CharField(_("in words"), max_length=200, blank=True)
    decision = models.CharField(_("decision"), max_length=12, choices=Decision, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
                                   verbose_name=_("decided by"))

    class Meta(Kept.Meta):
        verbose_name = _("recusal")
        verbose_name_plural = _("recusals")
        constraints = [
            models.UniqueConstraint(fields=["case", "mediator"], condition=Q(decision=""), name="recusal_one_open"),
            models.CheckConstraint(name="recusal_known", condition=Q(ground__in=Ground.values)),
            models.CheckConstraint(name="recusal_decided_whole", condition=(
                Q(decision="", decided_at=None, decided_by=None)
                | Q(decision__in=Decision.values, decided_at__isnull=False, decided_by__isnull=False))),
        ]

    def __str__(self):
        return f"{self.mediator} · {self.get_ground_display()}"


class Invited(Kept):
    """受邀参加人. Somebody who helps to mediate, asked with the consent of both sides (art. 20)."""

    class Kind(models.TextChoices):
        RELATIVE = "relative", _("Relative of a party")
        NEIGHBOUR = "neighbour", _("Neighbour")
        COLLEAGUE = "colleague", _("Colleague")
        EXPERT = "expert", _("Expert")
        ORGANISATION = "organisation", _("Social organisation")
        OTHER = "other", _("Other")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    name = EncryptedTextField(_("full name"))
    role = models.CharField(_("what they can help with"), max_length=100)
    parties_consent = models.BooleanField(_("both sides consent"))

    personal = Personal(**HELPERS, fields={"name": Data.NAME, "role": Data.WORDS})

    class Meta(Kept.Meta):
        verbose_name = _("invited participant")
        verbose_name_plural = _("invited participants")
        constraints = [
            models.CheckConstraint(name="invited_with_consent", condition=Q(parties_consent=True)),
            models.CheckConstraint(name="invited_kind_known", condition=Q(
                kind__in=["relative", "neighbour", "colleague", "expert", "organisation", "other"])),
        ]

    def __str__(self):
        return self.shown_name

    @property
    def shown_name(self) -> str:
        """An organisation by its name, a person masked."""
        return self.name if self.kind == self.Kind.ORGANISATION else masking.mask_name(self.name)
