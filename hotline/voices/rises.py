"""When a topic has suddenly become frequent: one rule, said in words, the same for all.

The last seven days are compared with the eight weeks before them. A topic rises when it came at least five times, and
at least as often as the mean of those weeks and twice their standard deviation. No topic is left out, none is weighed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean, pstdev

from django.utils.translation import gettext_lazy as _

LEAST, WEEKS, DEVIATIONS = 5, 8, 2
WEEK = timedelta(days=7)
RULE = _("A topic rises when it came at least 5 times in the last 7 days, and at least as often as the mean of the 8 "
         "weeks before plus twice their standard deviation.")


@dataclass(frozen=True)
class Rise:
    """How often in the last seven days, what was usual, and from where on it counts as a rise."""

    count: int
    mean: float
    bound: float


def first_day(today: date) -> date:
    """The first of all days that the rule looks at."""
    return today - WEEK * (WEEKS + 1) + timedelta(days=1)


def rise(days: Mapping[date, int], today: date) -> Rise | None:
    """Whether what came on these days has risen up to `today`, included."""
    weeks = [0] * (WEEKS + 1)
    for day, count in days.items():
        back = (today - day).days
        if 0 <= back < 7 * len(weeks):
            weeks[back // 7] += count
    now, before = weeks[0], weeks[1:]
    bound = fmean(before) + DEVIATIONS * pstdev(before)
    return Rise(now, fmean(before), bound) if now >= LEAST and now >= bound else None
