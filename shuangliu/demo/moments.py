"""Moments at which people work: drawn at random, in county time."""

from datetime import date, datetime, time, timedelta
from random import Random

from django.utils.timezone import get_default_timezone, localtime

OPENS = time(9)
WAKES, TIRES, RESTS = 8, 18, 19  # hours of the day on which people report and answer what is not urgent
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def office_moment(random: Random, day: date) -> datetime:
    """Some moment of the day's office hours."""
    return at_clock(day, OPENS) + timedelta(minutes=random.randrange(8 * 60), seconds=random.randrange(60))


def at_clock(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, get_default_timezone())


def between(random: Random, first: datetime, last: datetime) -> datetime:
    """Some moment between the two, to the second; `first` where `last` does not lie behind it."""
    return first + timedelta(seconds=random.randint(0, max(0, int((last - first).total_seconds()))))


def waking(moment: datetime) -> datetime:
    """The moment with the hours squeezed into those in which people work: day into 8:00-18:00, the night after it
    into the hour that follows. Never later than the moment itself, and what came first still does."""
    local = localtime(moment)
    morning = at_clock((local - WAKES * HOUR).date(), time(WAKES))
    awake = local - morning
    if awake < (RESTS - WAKES) * HOUR:
        return morning + awake * (TIRES - WAKES) / (RESTS - WAKES)
    return morning + (TIRES - WAKES) * HOUR + (awake - (RESTS - WAKES) * HOUR) / 13
