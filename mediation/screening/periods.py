"""Which days belong together: the week, the half month, the month that one screening is for."""

import calendar
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

DAY = timedelta(days=1)


class Every(models.TextChoices):
    """How often a point is screened. Customary: villages weekly, towns twice a month, the county monthly."""

    WEEKLY = "weekly", _("every week")
    HALF_MONTHLY = "half_monthly", _("twice a month")
    MONTHLY = "monthly", _("every month")


USUAL = {"county": Every.MONTHLY, "town": Every.HALF_MONTHLY, "community": Every.WEEKLY, "grid": Every.WEEKLY}
# So many days before the last one somebody is reminded.
REMIND = {Every.WEEKLY: 2, Every.HALF_MONTHLY: 3, Every.MONTHLY: 5}


def period_of(every: str, day: date) -> tuple[date, date]:
    """First and last day of the period that holds `day`: Monday to Sunday, the halves of the month, the month."""
    if every == Every.WEEKLY:
        monday = day - day.weekday() * DAY
        return monday, monday + 6 * DAY
    last = day.replace(day=calendar.monthrange(day.year, day.month)[1])
    if every == Every.MONTHLY:
        return day.replace(day=1), last
    return (day.replace(day=1), day.replace(day=15)) if day.day <= 15 else (day.replace(day=16), last)


def periods(every: str, first: date, until: date) -> list[tuple[date, date]]:
    """The periods from `first` on that have begun by `until`; the first one may be cut short."""
    found = []
    while first <= until:
        last = period_of(every, first)[1]
        found.append((first, last))
        first = last + DAY
    return found


def remind_on(every: str, first: date, last: date) -> date:
    """When it is due soon: never before it has begun."""
    return max(first, last - REMIND[every] * DAY)
