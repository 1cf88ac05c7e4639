"""What is shown of a ticket.

Anybody: of which kind it is, roughly where (100 m and the community), how it stands, which office has it. What somebody
wrote may name people: it is shown to the program that sent it, and to anybody only in the words that a person of the
hotline has published (PIPL art. 6, 25); what insults somebody and was hidden, to nobody. Never who called, never the
place as it was written.
"""

from collections import namedtuple
from itertools import groupby

from django.urls import reverse

from incidents.states import State as IncidentState

from ..coarse import coarse
from ..guard.hiding import hidden_parts
from ..models import TicketMove
from ..portal.standing import READ, WORDS
from ..progress import INCIDENT
from ..states import OPEN, WITH_OFFICE, Act, State
from .models import ApiKey
from .moments import said

COLUMNS = {
    "id": "id", "state": "state", "code": "category__code", "name": "category__name", "advice": "category__advice",
    "received_at": "received_at", "moved_at": "moved_at", "closed_at": "closed_at", "reply_due_at": "reply_due_at",
    "longitude": "longitude", "latitude": "latitude", "level": "area__level", "area": "area__name",
    "area_code": "area__code", "above": "area__parent__name", "above_code": "area__parent__code",
    "above2": "area__parent__parent__name", "above3": "area__parent__parent__parent__name",
    "incident_state": "incident__state", "into_state": "incident__merged_into__state",
    "office": "incident__department__name", "content": "content", "whole": "whole", "answer": "answer",
    "channel": "channel", "key": "delivery__key", "published": "publication__description",
    "published_answer": "publication__answer", "photo": "publication__photo",
}
Row = namedtuple("Row", COLUMNS)
TOLD = frozenset(Act) - {Act.WARN, Act.EXPIRE, Act.RAISE, Act.CORRECT, Act.TELL, Act.FILE}


def shown(tickets, key: ApiKey | None, *, root: str, extended: bool = False) -> list[dict]:
    """The requests, in as many queries however many they are; photos are named below the address `root`."""
    rows = [Row(*values) for values in tickets.values_list(*COLUMNS.values())]
    keys = [row.id for row in rows]
    notes = _notes(keys) if extended else {}
    hidden = hidden_parts(keys) if any(_has_words(row, key) for row in rows) else set()
    return [_request(row, key, hidden, root) | (_extensions(row, notes) if extended else {}) for row in rows]


def number(pk: int) -> str:
    return f"RX{pk:08d}"


def words_of(published: str | None, own: str, is_own: bool, is_hidden: bool) -> str:
    """What may be read here of something that somebody wrote: empty when nothing."""
    return "" if is_hidden else published or (own if is_own else "")


def _is_own(row: Row, key: ApiKey | None) -> bool:
    return key is not None and row.key == key.pk


def _has_words(row: Row, key: ApiKey | None) -> bool:
    return bool(_is_own(row, key) or row.published or row.published_answer)


def _request(row: Row, key: ApiKey | None, hidden: set, root: str) -> dict:
    is_own, is_open = _is_own(row, key), row.state in OPEN
    content = words_of(row.published, row.whole or row.content, is_own, (row.id, "content") in hidden)
    answer = ""
    if row.state in READ:  # before, nobody of the hotline has read it
        answer = words_of(row.published_answer, row.answer, is_own, (row.id, "answer") in hidden)
    return {
        "service_request_id": number(row.id), "status": "open" if is_open else "closed",
        "status_notes": "：".join(filter(None, [str(stands(row)), answer])),
        "service_name": row.name, "service_code": row.code,
        "description": content or row.name,
        "agency_responsible": row.office, "service_notice": row.advice or None,
        "requested_datetime": said(row.received_at),
        "updated_datetime": said(row.moved_at if is_open else row.closed_at or row.moved_at),
        "expected_datetime": said(row.reply_due_at), **_place(row),
        "zipcode": None, "lat": rough(row.latitude), "long": rough(row.longitude),
        "media_url": _photo(row, hidden, root),
    }


def _photo(row: Row, hidden: set, root: str) -> str | None:
    """Where the photo is that a person made public; what somebody sent is shown to nobody before."""
    if not row.photo or (row.id, "content") in hidden:
        return None
    return root + reverse("open311:photo", args=[number(row.id)])


def stands(row: Row) -> str:
    """Where it stands, in the words of the public pages."""
    if row.state in WITH_OFFICE:
        return INCIDENT.get(IncidentState(row.into_state or row.incident_state), State(row.state).label)
    return said_of(row.state)


def said_of(state: str) -> str:
    return str(WORDS.get(State(state)) or State(state).label)


def rough(degrees: float | None) -> float | None:
    return None if degrees is None else coarse(degrees)


def _place(row: Row) -> dict:
    """The community, or the smallest known above it, from the smallest to the largest."""
    names, code = [row.area, row.above, row.above2, row.above3], row.area_code
    if row.level == "grid":
        names, code = names[1:], row.above_code
    return {"address": "，".join(filter(None, names)), "address_id": code}


def _notes(keys: list[int]) -> dict[int, list[dict]]:
    moves = TicketMove.objects.filter(ticket__in=keys, act__in=TOLD).order_by("ticket", "id")
    moves = moves.values_list("ticket", "act", "to_state", "at")
    return {ticket: [{"datetime": said(at), "description": said_of(state), "type": act}
                     for _ticket, act, state, at in group]
            for ticket, group in groupby(moves, key=lambda move: move[0])}


def _extensions(row: Row, notes: dict) -> dict:
    return {"extended_attributes": {"channel": row.channel, "state": row.state}, "notes": notes.get(row.id, [])}
