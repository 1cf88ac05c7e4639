"""Who mediates together with us."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mediation.personal import HELPERS
from shuangliu.privacy.personal import Data, Personal

from ..models.cases import Case
from ..models.network import MediationOrg


class JointMember(models.Model):
    """联合调解单位. An organisation of the network or a department that was asked to mediate a case together with the
    one that has it, whether it came, and the part it played. It gets no access of its own."""

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", _("Comes along")
        DECLINED = "declined", _("Does not come")

    case = models.ForeignKey(Case, models.CASCADE, related_name="joint_members", verbose_name=_("mediation case"))
    org = models.ForeignKey(MediationOrg, models.PROTECT, null=True, db_index=False, related_name="+",
                            verbose_name=_("organisation of the network"))
    body_name = models.CharField(_("department or other body"), max_length=100, blank=True)
    contact = models.CharField(_("contact"), max_length=60, blank=True)
    reason = models.CharField(_("what for"), max_length=200)
    invited_at = models.DateTimeField(_("invited at"))
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, db_index=False, related_name="+",
                                   verbose_name=_("invited by"))
    answer = models.CharField(_("answer"), max_length=8, choices=Answer, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True)
    part = models.CharField(_("part played"), max_length=300, blank=True)

    personal = Personal(**HELPERS, fields={"contact": Data.NAME})

    class Meta:
        verbose_name = _("partner of joint mediation")
        verbose_name_plural = _("partners of joint mediation")
        ordering = ["case", "id"]
        constraints = [
            models.CheckConstraint(name="joint_org_or_body", condition=(
                Q(org__isnull=False, body_name="") | Q(org=None) & ~Q(body_name=""))),
            models.CheckConstraint(name="joint_answered_whole", condition=(
                Q(answer="", answered_at=None) | Q(answer__in=["accepted", "declined"], answered_at__isnull=False))),
            models.CheckConstraint(name="joint_moments_in_order",
                                   condition=Q(answered_at=None) | Q(answered_at__gte=F("invited_at"))),
            models.UniqueConstraint(fields=["case", "org"], condition=Q(org__isnull=False), name="joint_org_once"),
        ]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        return self.org.name if self.org else self.body_name
