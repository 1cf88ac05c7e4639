"""What a limit is: an amount of one of four units. Knows no tables, so that everybody may import it."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


class Unit(TextChoices):
    """How a limit is counted (domain.md §4.6)."""

    NATURAL_HOURS = "natural_hours", gettext_lazy("natural hours")
    WORK_HOURS = "work_hours", gettext_lazy("work hours")
    WORKING_DAYS = "working_days", gettext_lazy("working days")
    NATURAL_DAYS = "natural_days", gettext_lazy("natural days")

    @property
    def in_days(self) -> bool:
        """Days are counted whole, hours by the microsecond."""
        return self in (Unit.WORKING_DAYS, Unit.NATURAL_DAYS)


def span(amount: int | Decimal | timedelta, unit: Unit) -> timedelta:
    """The amount as so much of the unit's own time: one working day is a timedelta of one day.

    Raises ValueError for a negative amount, and for a part of a day in units of days.
    """
    if not isinstance(amount, timedelta):
        one = DAY if unit.in_days else HOUR
        amount = timedelta(microseconds=round(Decimal(amount) * (one // timedelta.resolution)))
    if amount < timedelta(0):
        raise ValueError(f"a limit cannot be negative: {amount}")
    if unit.in_days and amount % DAY:
        raise ValueError(f"days are counted whole: {amount}")
    return amount


def words(time: timedelta, unit: Unit) -> str:
    """So much of a unit's time in words, cut to minutes: “2 个工作日”, “4 个工作小时”, “3 小时 20 分”."""
    if unit == Unit.WORKING_DAYS:
        return _("%(n)s working day(s)") % {"n": time.days}
    if unit == Unit.NATURAL_DAYS:
        return _("%(n)s day(s)") % {"n": time.days}
    if unit == Unit.WORK_HOURS:
        return _("%(n)s work hour(s)") % {"n": f"{time / HOUR:.1f}".removesuffix(".0")}
    hours, minutes = time // HOUR, time % HOUR // MINUTE
    if hours and minutes:
        return _("%(h)s h %(m)s min") % {"h": hours, "m": minutes}
    if hours:
        return _("%(n)s hour(s)") % {"n": hours}
    return _("%(n)s minute(s)") % {"n": minutes}


@dataclass(frozen=True)
class Limit:
    """时限. So much time of one unit: `Limit(4, Unit.WORK_HOURS)`, `Limit("0.5", "natural_hours")`.

    `warn_days` are warning points of its own, in calendar days before the end: `(5, 2)` warns twice (domain.md §5.2).
    Without any it warns once, by the ladder. Raises ValueError when the amount is not above zero, or is a part of a
    day."""

    amount: Decimal
    unit: Unit
    warn_days: tuple[int, ...] = ()

    def __post_init__(self):
        object.__setattr__(self, "amount", Decimal(self.amount))
        object.__setattr__(self, "unit", Unit(self.unit))
        object.__setattr__(self, "warn_days", tuple(sorted(set(self.warn_days), reverse=True)))
        if not self.span:
            raise ValueError("a limit of nothing")

    @property
    def span(self) -> timedelta:
        """The whole limit in its unit's own time."""
        return span(self.amount, self.unit)

    @property
    def label(self) -> str:
        """The limit in words."""
        return words(self.span, self.unit)

    def __str__(self):
        return self.label
