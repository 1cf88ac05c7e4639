"""Moments at which people work: drawn at random, in county time."""

from datetime import date, datetime, time, timedelta
from random import Random

from django.utils.timezone import get_default_timezone

OPENS, CLOSES = time(9), time(17)


def office_moment(random: Random, day: date) -> datetime:
    """Some moment of the day's office hours."""
    return at_clock(day, OPENS) + timedelta(minutes=random.randrange(8 * 60), seconds=random.randrange(60))


def at_clock(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, get_default_timezone())


def between(random: Random, first: datetime, last: datetime) -> datetime:
    """Some moment between the two, to the second; `first` where `last` does not lie behind it."""
    return first + timedelta(seconds=random.randint(0, max(0, int((last - first).total_seconds()))))
