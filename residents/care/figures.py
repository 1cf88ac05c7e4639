"""What the county knows of care: how often each help was asked for in a year, and what came of it.

Numbers below five are not shown, nor what would give them away: no total, no smaller area than the county, nothing of
the running month. No number is of people.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from shuangliu.pages.forms import day_start

from .models import CareReferral
from .services import Outcome, Service

LEAST = 5


@dataclass(frozen=True)
class Line:
    """`sent` and `helped` are None where they are too small to be shown."""

    service: Service
    sent: int | None
    helped: int | None


def shown(number: int) -> int | None:
    """None for a small cell. Nothing at all is said to be nothing only together with the small ones."""
    return number if number >= LEAST else None


def lines(county_key: int, year: int, *, today: date) -> list[Line]:
    """Of referrals sent in the year, up to the end of the last month."""
    end = min(date(year + 1, 1, 1), today.replace(day=1))
    if end <= date(year, 1, 1):
        return [Line(service, None, None) for service in Service]
    rows = CareReferral.objects.filter(county_key=county_key, sent_at__gte=day_start(date(year, 1, 1)),
                                       sent_at__lt=day_start(end))
    sent, helped = Counter(), Counter()
    for service, outcome in rows.values_list("service", "outcome").iterator():
        sent[service] += 1
        helped[service] += outcome in (Outcome.HELPED, Outcome.PARTLY)
    # The rest of a shown number must not be small either: 20 sent and 18 helped tells of the two.
    return [Line(service, shown(sent[service]), shown(helped[service])
                 if sent[service] - helped[service] >= LEAST or helped[service] == sent[service] else None)
            for service in Service]


def years(today: date) -> list[int]:
    return [today.year - back for back in range(3)]
