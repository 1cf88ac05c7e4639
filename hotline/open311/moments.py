"""Times as the specification writes them: W3C's part of ISO 8601."""

import re
from datetime import UTC, datetime, time

from django.utils.dateparse import parse_date, parse_datetime
from django.utils.timezone import is_naive, make_aware
from django.utils.translation import gettext as _

from .errors import Refused

PLUS_LOST = re.compile(r" (\d\d:?\d\d)$")  # a + that nobody escaped arrives as a space


def said(at: datetime | None) -> str | None:
    """2026-03-11T01:30:00Z, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else None


def moment(name: str, text: str) -> datetime | None:
    """The moment, None for an empty text; without a zone it is the county's time. Raises Refused, naming the field."""
    if not text:
        return None
    text = PLUS_LOST.sub(r"+\1", text)
    try:
        found = parse_datetime(text)
        if found is None and (day := parse_date(text)):
            found = datetime.combine(day, time())
        if found is not None:
            return (make_aware(found) if is_naive(found) else found).astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise Refused(400, _("%(name)s is no time such as 2026-03-11T01:30:00Z.") % {"name": name})
