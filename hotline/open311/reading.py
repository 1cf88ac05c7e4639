"""Which requests are asked for. The newest 1,000 at most, of 90 days: no question costs more, however old the county's
record grows. All of it goes along the indexes ticket_open311…"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import QueryDict
from django.utils.timezone import now
from django.utils.translation import gettext as _

from grids.models import Area
from incidents.models import Category

from ..models import Ticket
from ..querysets import NUMBER
from ..states import OPEN, State
from .errors import Refused
from .moments import moment

DAYS = timedelta(days=90)
MOST = 1000
STATES = {"open": sorted(OPEN), "closed": sorted(set(State) - OPEN)}


@dataclass(frozen=True)
class Span:
    """From a moment to a moment, on a column of the ticket."""

    column: str
    start: datetime
    end: datetime


class Wish:
    """What a program asks for. Raises Refused for what nobody can read."""

    def __init__(self, given: QueryDict):
        self.given = given

    def text(self, name: str) -> str:
        return self.given.get(name, "").strip()

    def listed(self, name: str) -> list[str]:
        """Declared several times, or with commas."""
        parts = (part.strip() for value in self.given.getlist(name) for part in value.split(","))
        return [part for part in parts if part]

    def whole(self, name: str, default: int, most: int) -> int:
        text = self.text(name)
        if not text:
            return default
        if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= most):
            raise Refused(400, _("%(name)s is a whole number from 1 to %(most)d.") % {"name": name, "most": most})
        return int(text)

    @property
    def span(self) -> Span:
        """When it was requested; when it moved last, if only that is asked for."""
        given = {name: moment(name, self.text(name))
                 for name in ("start_date", "end_date", "updated_after", "updated_before")}
        if (given["updated_after"] or given["updated_before"]) and not (given["start_date"] or given["end_date"]):
            return _span("moved_at", given["updated_after"], given["updated_before"])
        return _span("received_at", given["start_date"], given["end_date"])


def wanted_span(wish: Wish) -> Span:
    """From start_date to end_date."""
    return _span("at", moment("start_date", wish.text("start_date")), moment("end_date", wish.text("end_date")))


def _span(column: str, start: datetime | None, end: datetime | None) -> Span:
    try:
        if start is None:
            start = (end or now()) - DAYS
        if end is None:
            end = start + DAYS
    except OverflowError as error:
        raise Refused(400, _("Such times nobody has lived through.")) from error
    if not start <= end <= start + DAYS:
        raise Refused(400, _("The time asked for has to begin before it ends and may span 90 days at most."))
    return Span(column, start, end)


def wanted(wish: Wish, county: Area):
    """The tickets asked for, in their order."""
    tickets = Ticket.objects.sent_openly().filter(county_key=county.key)
    if numbers := wish.listed("service_request_id"):  # says more than all else
        return tickets.filter(pk__in=_keys(numbers[:MOST])).order_by("-received_at", "-id")
    span = wish.span
    tickets = tickets.filter(**{f"{span.column}__gte": span.start, f"{span.column}__lte": span.end})
    if span.column == "received_at":  # both may be asked for
        for name, lookup in (("updated_after", "moved_at__gte"), ("updated_before", "moved_at__lte")):
            if bound := moment(name, wish.text(name)):
                tickets = tickets.filter(**{lookup: bound})
    if codes := wish.listed("service_code"):
        tickets = tickets.filter(category__in=_kinds(codes))
    if states := _states(wish.listed("status")):
        tickets = tickets.filter(state__in=states)
    size = wish.whole("page_size", MOST, MOST)
    first = (wish.whole("page", 1, 10**6) - 1) * size
    return tickets.order_by(f"-{span.column}", "-id")[first:first + size]


def _keys(numbers: list[str]) -> list[int]:
    return [int(found[1]) for number in numbers if (found := NUMBER.fullmatch(number))]


def _kinds(codes: list[str]) -> list[int]:
    known = dict(Category.objects.public().values_list("code", "pk"))
    return [known[code] for code in codes if code in known]


def _states(asked: list[str]) -> list[str]:
    """None asked for, or both: all."""
    asked = {status.lower() for status in asked}
    if strange := asked - STATES.keys():
        raise Refused(400, _("status is open or closed, not “%(status)s”.") % {"status": min(strange)})
    return STATES[asked.pop()] if len(asked) == 1 else []
