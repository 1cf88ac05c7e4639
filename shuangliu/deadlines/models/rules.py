"""The numbers of all clocks that a county may set for itself."""

from datetime import time

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..workdays import OFFICE_HOURS, Ladder


def _between(name, low: int, high: int, default: int, **more):
    return models.PositiveSmallIntegerField(
        name, default=default, validators=[MinValueValidator(low), MaxValueValidator(high)], **more)


class ClockRule(models.Model):
    """时钟规则. One row: when clocks warn and raise, and the office hours in which work hours are counted. Without it
    the defaults of domain.md §5.1.2 hold. Clocks that run keep the moments they began with."""

    warn_percent = _between(_("warns at, percent of the limit"), 1, 99, Ladder.warn_percent)
    raise_percent = _between(_("raises at, percent of the limit"), 101, 500, Ladder.raise_percent)
    raise_days = _between(_("raises at the latest so many working days past the limit"), 1, 60, Ladder.raise_days)
    morning_from = models.TimeField(_("morning from"), default=OFFICE_HOURS[0][0])
    morning_to = models.TimeField(_("morning to"), default=OFFICE_HOURS[0][1])
    afternoon_from = models.TimeField(_("afternoon from"), default=OFFICE_HOURS[1][0])
    afternoon_to = models.TimeField(_("afternoon to"), default=OFFICE_HOURS[1][1])

    class Meta:
        verbose_name = _("rules of the clocks")
        verbose_name_plural = _("rules of the clocks")
        constraints = [
            models.CheckConstraint(name="clock_rule_one_row", condition=Q(pk=1)),
            models.CheckConstraint(name="clock_rule_percents", condition=Q(
                warn_percent__gt=0, warn_percent__lt=100, raise_percent__gt=100, raise_days__gt=0)),
            models.CheckConstraint(name="clock_rule_hours_in_order", condition=Q(
                morning_from__lt=F("morning_to"), afternoon_from__gte=F("morning_to"),
                afternoon_to__gt=F("afternoon_from"))),
        ]

    def __str__(self):
        return str(self._meta.verbose_name)

    def clean(self):
        hours = [moment for session in self.sessions for moment in session]
        if None not in hours and (hours != sorted(hours) or len(set(hours)) < 3):
            raise ValidationError({"afternoon_to": _("Office hours follow each other: morning, then afternoon.")})

    @property
    def ladder(self) -> Ladder:
        return Ladder(self.warn_percent, self.raise_percent, self.raise_days)

    @property
    def sessions(self) -> tuple[tuple[time, time], ...]:
        return (self.morning_from, self.morning_to), (self.afternoon_from, self.afternoon_to)
