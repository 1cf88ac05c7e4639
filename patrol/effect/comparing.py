"""The months before and after a precaution: whole ones alone, the month of its beginning stands between."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from shuangliu.indicators import reading
from shuangliu.indicators.periods import month_end, months_before

from .models import Precaution

MEASURES = ("incident.reported", "patrol.check_in", "patrol.stop", "patrol.visited")
MONTHS = 6


@dataclass(frozen=True)
class Month:
    """`side` is before, between (its first month, or one that still runs) or after."""

    first: date
    side: str
    incidents: int
    check_ins: int
    coverage: str | None


@dataclass(frozen=True)
class Comparison:
    months: list[Month]
    before: Decimal | None  # incidents a month
    after: Decimal | None

    @property
    def change(self) -> str | None:
        """In percent of before; None where there is nothing to compare."""
        if self.after is None or not self.before:
            return None
        return str(((self.after - self.before) * 100 / self.before).quantize(Decimal("0.1"), ROUND_HALF_UP))


def compare(precaution: Precaution, *, today: date) -> Comparison:
    """Up to MONTHS whole months on either side. It shows what was; why it was so, people say."""
    begun, this = precaution.begun_on.replace(day=1), today.replace(day=1)
    first = months_before(begun, MONTHS)
    last = min(this, months_before(begun, -MONTHS))
    found = reading.by_month(MEASURES, precaution.area, first, month_end(last))
    months, month = [], first
    while month <= last:
        figures = found.get(month, dict.fromkeys(MEASURES, 0))
        if month == this or (month == begun and precaution.begun_on != begun):
            side = "between"
        else:
            side = "before" if month < begun else "after"
        months.append(Month(month, side, figures["incident.reported"], figures["patrol.check_in"],
                            reading.percent(figures["patrol.visited"], figures["patrol.stop"])))
        month = months_before(month, -1)
    return Comparison(months, _mean(months, "before"), _mean(months, "after"))


def _mean(months: list[Month], side: str) -> Decimal | None:
    numbers = [month.incidents for month in months if month.side == side]
    return (Decimal(sum(numbers)) / len(numbers)).quantize(Decimal("0.1"), ROUND_HALF_UP) if numbers else None
