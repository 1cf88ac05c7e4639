"""By when an article is looked at again, and by when a gap is filled."""

from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from shuangliu.deadlines.calendars import current
from shuangliu.pages.forms import day_start

FILL_WITHIN = 5  # working days, ours
AHEAD = timedelta(days=14)  # so long before its day a review shows on the desk
USUAL = 180  # days from one review to the next, unless the owner says otherwise


def review_ends(day: date) -> datetime:
    """The end of the day of review."""
    return day_start(day + timedelta(days=1))


def fill_by(at: datetime) -> datetime:
    """The end of the last day on which a gap that is noted now has to be filled."""
    return review_ends(current().working_day_after(localdate(at), FILL_WITHIN))
