"""Updates of requests, the extension that FixMyStreet proposed: what happened since, and what people add."""

from datetime import datetime

from django.utils.translation import gettext as _

from grids.models import Area

from .. import actions
from ..guard.hiding import hidden_parts
from ..models import Ticket, TicketMove
from ..portal.standing import READ
from ..states import OPEN, WITH_OFFICE, Act
from .errors import Refused
from .formats import clean
from .models import ApiKey
from .moments import said
from .reading import MOST, Wish, wanted_span
from .rows import TOLD, number, said_of, words_of

MOST_TEXT = 2000
COLUMNS = ("id", "ticket", "to_state", "at", "act", "ticket__delivery__key", "ticket__publication__answer",
           "ticket__answer", "ticket__state", "note")


def updates(wish: Wish, county: Area, key: ApiKey | None) -> list[dict]:
    """What happened within the time asked for, oldest first, so that a program can go on from the last it has seen."""
    span = wanted_span(wish)
    size = wish.whole("page_size", MOST, MOST)
    first = (wish.whole("page", 1, 10**6) - 1) * size
    tickets = Ticket.objects.sent_openly().filter(county_key=county.key)
    moves = TicketMove.objects.filter(ticket__in=tickets, act__in=TOLD, at__gte=span.start, at__lte=span.end)
    rows = list(moves.order_by("at", "id").values_list(*COLUMNS)[first:first + size])
    hidden = hidden_parts({row[1] for row in rows})
    return [_update(row, key, hidden) for row in rows]


def add(given: dict, *, key: ApiKey, county: Area, at: datetime) -> TicketMove:
    """What people add to a request of this program: the office is reminded by it; said to be open again, it is opened
    again within the time for that. The same words twice are one update. Raises Refused."""
    wanted = clean(given.get("service_request_id", "")).strip()
    words = clean(given.get("description", "")).strip()
    if not wanted:
        raise Refused(400, _("service_request_id was not provided."))
    if not words:
        raise Refused(400, _("description was not provided."))
    if len(words) > MOST_TEXT:
        raise Refused(400, _("description: %(n)d characters at most.") % {"n": MOST_TEXT})
    ticket = Ticket.objects.numbered(wanted).filter(county_key=county.key, delivery__key=key).first()
    if ticket is None:
        raise Refused(404, _("service_request_id was not found among those of this api_key."))
    if before := ticket.moves.filter(act__in=[Act.REMIND, Act.REOPEN], note=words).first():
        return before
    if ticket.state in WITH_OFFICE:
        actions.remind(ticket, by=None, at=at, note=words)
    elif given.get("status", "").strip().lower() == "open" and actions.may_be_reopened(ticket, at):
        actions.reopen(ticket, by=None, at=at, reason=words)
    else:
        raise Refused(400, _("Nothing can be added now: the request is “%(state)s”. Within 30 days of its end it can "
                             "be opened again with status=open.") % {"state": ticket.get_state_display()})
    return ticket.moves.filter(act__in=[Act.REMIND, Act.REOPEN]).last()


def _update(row: tuple, key: ApiKey | None, hidden: set) -> dict:
    pk, ticket, state, at, act, owner, published, answer, now, note = row
    is_own, is_open = key is not None and owner == key.pk, state in OPEN
    words = note if is_own and act in (Act.REMIND, Act.REOPEN) else ""
    if not is_open and now in READ:
        words = words_of(published, answer, is_own, (ticket, "answer") in hidden)
    words = words or said_of(state)
    return {"update_id": str(pk), "service_request_id": number(ticket), "status": "open" if is_open else "closed",
            "updated_datetime": said(at), "description": words, "media_url": None}
