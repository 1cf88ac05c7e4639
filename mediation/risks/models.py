"""A dispute that may turn violent."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..models.kept import Kept


class Sign(models.TextChoices):
    """What was seen or heard. Of a situation, never of anybody's character."""

    HEATED = "heated", _("About to come to blows")
    CROWD = "crowd", _("Many people gather")
    HARM = "harm", _("Somebody says they will harm themselves or others")
    OFFENCE = "offence", _("May be a matter for the police")


class Risk(Kept):
    """激化风险. A situation that may escalate, what is done against it, and how it ended (art. 25)."""

    sign = models.CharField(_("what was seen or heard"), max_length=12, choices=Sign)
    measure = models.TextField(_("what is done against it"))
    ended_at = models.DateTimeField(_("over since"), null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
                                 verbose_name=_("ended by"))
    end_note = models.CharField(_("why it is over"), max_length=200, blank=True)

    class Meta(Kept.Meta):
        verbose_name = _("risk of escalation")
        verbose_name_plural = _("risks of escalation")
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(ended_at=None), name="risk_one_open"),
            models.CheckConstraint(name="risk_sign_known", condition=Q(sign__in=Sign.values)),
            models.CheckConstraint(name="risk_ended_whole", condition=(
                Q(ended_at=None, ended_by=None, end_note="")
                | Q(ended_at__gte=F("recorded_at"), ended_by__isnull=False) & ~Q(end_note=""))),
        ]

    def __str__(self):
        return f"{self.get_sign_display()} {self.recorded_at:%F %H:%M}"


class PoliceReport(Kept):
    """报告公安机关. When the police were told, whom, and what they answered (art. 25)."""

    risk = models.ForeignKey(Risk, models.CASCADE, related_name="reports", verbose_name=_("risk of escalation"))
    reported_at = models.DateTimeField(_("reported at"))
    to = models.CharField(_("reported to"), max_length=100)
    answer = models.CharField(_("what was answered"), max_length=200, blank=True)

    class Meta(Kept.Meta):
        verbose_name = _("report to the police")
        verbose_name_plural = _("reports to the police")

    def __str__(self):
        return f"{self.to} {self.reported_at:%F %H:%M}"
