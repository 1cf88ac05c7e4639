"""Numbers of dossiers, the papers in them, their signed originals, and dossiers put away."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..models.cases import Case
from ..models.network import MediationOrg


class Kind(models.TextChoices):
    """The papers of the Ministry of Justice's forms of 2010, in the order of the dossier."""

    APPLICATION = "application", _("Application for mediation")
    REGISTRATION = "registration", _("Registration of acceptance")
    RIGHTS = "rights", _("Notice of rights and duties")
    IDENTITY = "identity", _("Proof of the parties' identity")
    AUTHORISATION = "authorisation", _("Power of attorney")
    INVESTIGATION = "investigation", _("Record of inquiry")
    EVIDENCE = "evidence", _("List of evidence")
    PANEL = "panel", _("Opinion of an expert panel")
    SESSION = "session", _("Record of mediation")
    AGREEMENT = "agreement", _("Mediation agreement")
    ORAL_AGREEMENT = "oral_agreement", _("Registration of an oral agreement")
    TERMINATION = "termination", _("Notice that mediation has ended")
    RECEIPT = "receipt", _("Receipt")
    FOLLOW_UP = "follow_up", _("Record of a follow-up visit")
    CONFIRMATION = "confirmation", _("Application for judicial confirmation")
    REFUSAL = "refusal", _("Notice of not accepting")


class FileNumber(models.Model):
    """卷号. The number of a dossier: without gaps within an organisation and year, given when its first paper is made.

    `text` is kept as it was printed, whatever becomes of the organisation's name. A case that goes on at another
    organisation gets a number there.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="file_numbers", verbose_name=_("mediation case"))
    org = models.ForeignKey(MediationOrg, models.PROTECT, related_name="+", verbose_name=_("mediation organisation"))
    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveIntegerField(_("number"))
    text = models.CharField(_("dossier number"), max_length=160)
    given_at = models.DateTimeField(_("given at"))

    class Meta:
        verbose_name = _("dossier number")
        verbose_name_plural = _("dossier numbers")
        constraints = [
            models.UniqueConstraint(fields=["org", "year", "number"], name="file_number_once"),
            models.UniqueConstraint(fields=["case", "org"], name="file_number_one_per_case_and_org"),
            models.CheckConstraint(name="file_number_from_one", condition=Q(number__gte=1)),
        ]

    def __str__(self):
        return self.text

    @classmethod
    def text_of(cls, case: Case) -> str:
        """What the case has been given at its present organisation, if anything."""
        return cls.objects.filter(case=case, org=case.org_id).values_list("text", flat=True).first() or ""


class Paper(models.Model):
    """文书. A paper of a case that was made or filed; `subject` is the key of the session, the payment … it is of."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="papers", verbose_name=_("mediation case"))
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    subject = models.BigIntegerField(_("about"), default=0)
    made_at = models.DateTimeField(_("made at"), null=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
                                verbose_name=_("made by"))

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        constraints = [
            models.UniqueConstraint(fields=["case", "kind", "subject"], name="paper_once"),
            models.CheckConstraint(name="paper_kind_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(name="paper_made_by_somebody", condition=(
                Q(made_at=None, made_by=None) | Q(made_at__isnull=False, made_by__isnull=False))),
        ]

    def __str__(self):
        return self.get_kind_display()


class Original(models.Model):
    """签署件. The signed original of a paper: scanned (files hang on this row), lying in the folder, or both.

    It is never changed: a better scan takes its place, and it stays to be seen as what was there before.
    """

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="originals", verbose_name=_("paper"))
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # the form that was sent
    pages = models.PositiveSmallIntegerField(_("pages"))
    note = models.CharField(_("note"), max_length=200, blank=True)
    filed_at = models.DateTimeField(_("filed at"))
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("filed by"))
    replaced_at = models.DateTimeField(_("replaced at"), null=True)

    class Meta:
        verbose_name = _("signed original")
        verbose_name_plural = _("signed originals")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["paper"], condition=Q(replaced_at=None), name="original_one_in_force"),
            models.CheckConstraint(name="original_pages", condition=Q(pages__gte=1, pages__lte=500)),
            models.CheckConstraint(name="original_replaced_later", condition=(
                Q(replaced_at=None) | Q(replaced_at__gte=F("filed_at")))),
        ]

    def __str__(self):
        return f"{self.paper} {self.filed_at:%F}"


class Retention(models.TextChoices):
    """How long a dossier is kept (档案法实施条例; customary terms of the Ministry's forms)."""

    PERMANENT = "permanent", _("Permanent")
    LONG = "long", _("Long (16 to 50 years)")
    SHORT = "short", _("Short (up to 15 years)")


class Dossier(models.Model):
    """卷宗. The whole set of a concluded case, put away: one PDF (attached) and its digest. One in force a case."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="dossiers", verbose_name=_("mediation case"))
    retention = models.CharField(_("retention"), max_length=10, choices=Retention)
    statement = models.TextField(_("statement on the dossier"), blank=True)
    pages = models.PositiveIntegerField(_("pages"))
    sha256 = models.CharField("SHA-256", max_length=64)
    filed_at = models.DateTimeField(_("filed at"))
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("filed by"))
    taken_out_at = models.DateTimeField(_("taken out at"), null=True)
    taken_out_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
                                     verbose_name=_("taken out by"))
    taken_out_why = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("dossier")
        verbose_name_plural = _("dossiers")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(taken_out_at=None), name="dossier_one_in_force"),
            models.CheckConstraint(name="dossier_retention_known", condition=Q(retention__in=Retention.values)),
            models.CheckConstraint(name="dossier_taken_out_whole", condition=(
                Q(taken_out_at=None, taken_out_by=None, taken_out_why="")
                | Q(taken_out_at__gte=F("filed_at"), taken_out_by__isnull=False) & ~Q(taken_out_why=""))),
        ]

    def __str__(self):
        return f"{self.case} {self.filed_at:%F}"
