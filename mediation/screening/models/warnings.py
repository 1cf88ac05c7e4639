"""At which warning level a point is, and how it came there."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mediation.models.network import ScreeningPoint

from ..places import point_q
from ..rule import Counts, Level
from .rules import WarningRule


class Why(models.TextChoices):
    """What changed a level."""

    CASES = "cases", _("Cases opened, closed or became overdue")
    RULE = "rule", _("Another version of the rule")
    RESET = "reset", _("Reset by hand")
    RESET_OVER = "reset_over", _("The reset ended")


class WarningQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(point_q(user, "warning.view", "point__area__key"), point__is_active=True)


class PointWarning(models.Model):
    """预警状态. What the rule makes of the open cases at a point (`computed`), and what is shown (`level`): the same,
    or none while somebody has reset it."""

    point = models.OneToOneField(ScreeningPoint, models.CASCADE, primary_key=True, related_name="warning",
                                 verbose_name=_("screening point"))
    level = models.CharField(_("warning level"), max_length=8, choices=Level, default=Level.NONE)
    computed = models.CharField(_("level by the rule"), max_length=8, choices=Level, default=Level.NONE)
    since = models.DateTimeField(_("since"))
    rule = models.ForeignKey(WarningRule, models.PROTECT, null=True, related_name="+", verbose_name=_("warning rule"))
    counts = models.JSONField(_("cases counted"), default=dict)  # measure -> number, see rule.Counts
    reset_until = models.DateField(_("reset until"), null=True)
    reset_over = models.CharField(_("level that was reset"), max_length=8, choices=Level, blank=True)

    objects = WarningQuerySet.as_manager()

    class Meta:
        verbose_name = _("warning state")
        verbose_name_plural = _("warning states")
        constraints = [
            models.CheckConstraint(name="warning_level_known",
                                   condition=Q(level__in=Level.values, computed__in=Level.values)),
            models.CheckConstraint(name="warning_reset_whole", condition=(
                Q(reset_until=None, reset_over="", level=models.F("computed"))
                | Q(reset_until__isnull=False, level=Level.NONE) & ~Q(reset_over=""))),
        ]

    def __str__(self):
        return f"{self.point}: {self.get_level_display()}"

    @property
    def counted(self) -> Counts:
        return Counts(**self.counts)


class WarningChange(models.Model):
    """预警变动. Each change of a shown level, with the numbers and the rule by which it came."""

    point = models.ForeignKey(ScreeningPoint, models.CASCADE, related_name="warning_changes",
                              verbose_name=_("screening point"))
    at = models.DateTimeField(_("at"))
    old = models.CharField(_("from"), max_length=8, choices=Level)
    new = models.CharField(_("to"), max_length=8, choices=Level)
    why = models.CharField(_("because"), max_length=12, choices=Why)
    counts = models.JSONField(_("cases counted"))
    rule = models.ForeignKey(WarningRule, models.PROTECT, null=True, related_name="+", verbose_name=_("warning rule"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    until = models.DateField(_("reset until"), null=True)

    class Meta:
        verbose_name = _("change of a warning level")
        verbose_name_plural = _("changes of warning levels")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(name="warning_change_why_known", condition=Q(why__in=Why.values)),
            models.CheckConstraint(name="warning_reset_with_reason", condition=(
                Q(why=Why.RESET, by__isnull=False, until__isnull=False) & ~Q(reason="")
                | ~Q(why=Why.RESET) & Q(by=None, until=None, reason=""))),
        ]

    def __str__(self):
        return f"{self.point} {self.at:%F %T} {self.old} → {self.new}"


class Touch(models.Model):
    """Something befell a case: the levels near it are to be looked at again. Written with the act, taken by the job;
    so that two acts at once, neither of which sees the other, leave a level that is right."""

    case_id = models.BigIntegerField()
    community_key = models.BigIntegerField()

    class Meta:
        verbose_name = _("case whose warning level is to be looked at")
        verbose_name_plural = _("cases whose warning level is to be looked at")

    def __str__(self):
        return str(self.case_id)
