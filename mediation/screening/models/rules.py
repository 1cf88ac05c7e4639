"""By which rule a point is at a warning level: data with a version, published to everybody who sees a level."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_for
from grids.models import Area

from ..rule import Level, Measure, Table


class RuleQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Published: whoever has to do with screening may read it."""
        return self if posts_for(user, "screening.view") else self.none()

    def in_force(self, day: date) -> "WarningRule | None":
        """The newest version that is valid on this day."""
        return self.filter(valid_from__lte=day).order_by("-version").prefetch_related("thresholds").first()


class WarningRule(models.Model):
    """预警规则. From a day on a point is at a level once one of the level's thresholds is reached; of cases only,
    never of persons."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name=_("area"))
    version = models.PositiveIntegerField(_("version"), unique=True)
    valid_from = models.DateField(_("valid from"))
    reason = models.CharField(_("reason"), max_length=200)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
                               verbose_name=_("set by"))
    set_at = models.DateTimeField(_("set at"))

    objects = RuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("warning rule")
        verbose_name_plural = _("warning rules")
        ordering = ["-version"]

    def __str__(self):
        return str(_("version %(n)s") % {"n": self.version})

    @property
    def area_key(self) -> int:
        return self.area.key

    @property
    def table(self) -> Table:
        """{level: {measure: at least}}."""
        table: Table = {}
        for threshold in self.thresholds.all():
            table.setdefault(Level(threshold.level), {})[Measure(threshold.measure)] = threshold.at_least
        return table


class Threshold(models.Model):
    """阈值. So many open cases of this sort, or more, bring a point to this level."""

    rule = models.ForeignKey(WarningRule, models.CASCADE, related_name="thresholds", verbose_name=_("warning rule"))
    level = models.CharField(_("warning level"), max_length=8, choices=Level)
    measure = models.CharField(_("what is counted"), max_length=16, choices=Measure)
    at_least = models.PositiveSmallIntegerField(_("at least"))

    class Meta:
        verbose_name = _("threshold")
        verbose_name_plural = _("thresholds")
        constraints = [
            models.UniqueConstraint(fields=["rule", "level", "measure"], name="threshold_once"),
            models.CheckConstraint(name="threshold_above_zero", condition=Q(at_least__gt=0)),
            models.CheckConstraint(name="threshold_level_known",
                                   condition=Q(level__in=Level.values) & ~Q(level=Level.NONE)),
            models.CheckConstraint(name="threshold_measure_known", condition=Q(measure__in=Measure.values)),
        ]

    def __str__(self):
        return f"{self.get_level_display()}: {self.get_measure_display()} ≥ {self.at_least}"
