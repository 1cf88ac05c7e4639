"""Cases that are offered to others, and what is told to those who gave us one."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..models.cases import Case
from ..models.network import MediationCenter, MediationOrg


class Body(models.TextChoices):
    """Bodies outside the network: they have no account here, the clerk writes down what they answer."""

    COURT = "court", _("People's court")
    POLICE = "police", _("Police")
    ARBITRATION = "arbitration", _("Arbitration")
    PETITION = "petition", _("Office for petitions")
    DEPARTMENT = "department", _("Other department")


class CaseTransfer(models.Model):
    """案件移送. A case is offered to an organisation of the network or to a body outside, who takes it on or hands it
    back. While it is open nobody mediates; the clock of the answer runs instead of that of mediation.
    """

    class Kind(models.TextChoices):
        REFER = "refer", _("Refer")
        ENTRUST = "entrust", _("Entrust")
        INVITE = "invite", _("Invite")

    class Answer(models.TextChoices):
        TAKEN = "taken", _("Taken over")
        RETURNED = "returned", _("Handed back")
        RECALLED = "recalled", _("Taken back by the sender")

    case = models.ForeignKey(Case, models.CASCADE, related_name="transfers", verbose_name=_("mediation case"))
    kind = models.CharField(_("kind of transfer"), max_length=8, choices=Kind, default=Kind.REFER)
    from_center = models.ForeignKey(MediationCenter, models.PROTECT, null=True, db_index=False, related_name="+",
                                    verbose_name=_("offered by"))
    from_org = models.ForeignKey(MediationOrg, models.PROTECT, null=True, db_index=False, related_name="+",
                                 verbose_name=_("had it before"))
    to_org = models.ForeignKey(MediationOrg, models.PROTECT, null=True, db_index=False, related_name="+",
                               verbose_name=_("organisation of the network"))
    body = models.CharField(_("kind of body"), max_length=12, choices=Body, blank=True)
    body_name = models.CharField(_("body outside"), max_length=100, blank=True)
    channel = models.CharField(_("channel"), max_length=16, choices=MediationOrg.Kind)
    reason = models.TextField(_("reason"))
    documents = models.TextField(_("papers handed over"), blank=True)
    offered_at = models.DateTimeField(_("offered at"))
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, db_index=False, related_name="+",
                                   verbose_name=_("offered by"))
    answer = models.CharField(_("answer"), max_length=8, choices=Answer, blank=True)
    answer_reason = models.TextField(_("reason of the answer"), blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, db_index=False,
                                    related_name="+", verbose_name=_("answer written down by"))
    external_number = models.CharField(_("number elsewhere"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("case transfer")
        verbose_name_plural = _("case transfers")
        ordering = ["case", "id"]
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(answered_at=None), name="transfer_one_open"),
            models.CheckConstraint(name="transfer_to_one", condition=(
                Q(to_org__isnull=False, body="", body_name="")
                | Q(to_org=None, body__in=Body.values) & ~Q(body_name=""))),
            models.CheckConstraint(name="transfer_answered_whole", condition=(
                Q(answer="", answered_at=None, answered_by=None)
                | Q(answer__in=["taken", "returned", "recalled"], answered_at__isnull=False,
                    answered_by__isnull=False))),
            models.CheckConstraint(name="transfer_moments_in_order",
                                   condition=Q(answered_at=None) | Q(answered_at__gte=F("offered_at"))),
        ]

    def __str__(self):
        return f"{self.case} → {self.target}"

    @property
    def target(self) -> str:
        return self.to_org.name if self.to_org else self.body_name

    @property
    def is_open(self) -> bool:
        return self.answered_at is None


class ResultReport(models.Model):
    """结果反馈. A body that gave us a case (court, police, petition office) was told how it ended."""

    case = models.OneToOneField(Case, models.CASCADE, related_name="result_report", verbose_name=_("mediation case"))
    to = models.CharField(_("told to"), max_length=100)
    how = models.CharField(_("how it was told"), max_length=100)
    told_at = models.DateTimeField(_("told at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, db_index=False, related_name="+",
                           verbose_name=_("told by"))

    class Meta:
        verbose_name = _("report of the result")
        verbose_name_plural = _("reports of the result")

    def __str__(self):
        return f"{self.case} → {self.to}"
