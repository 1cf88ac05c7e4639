"""Requests that another Open311 server has kept, taken over into the county's own record.

What is over there is filed here as it is; what is still open goes to the office now, and its time runs from now. No
request is left out: what is odd about one is told, and it is kept all the same.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from django.core.exceptions import ValidationError
from django.db import transaction

from grids.models import Area
from incidents.models import Category
from incidents.whereabouts import place as place_in
from shuangliu import audit

from .. import actions
from ..models import Channel, Kind, Ticket, TicketMove
from ..states import Act, State
from .errors import Refused
from .formats import clean
from .moments import moment


@dataclass
class Report:
    """How many of which fate, and what was odd about which request."""

    counts: Counter = field(default_factory=Counter)
    odd: list[tuple[str, str]] = field(default_factory=list)

    @property
    def read(self) -> int:
        return self.counts["filed"] + self.counts["sent"] + self.counts["there before"]

    def of(self, oddity: str) -> list[str]:
        return [number for number, said in self.odd if said == oddity]


NO_POSITION = "without position"
NO_TIME = "without a readable time of the request"
BACKWARDS = "updated before it was requested"
ELSEWHERE = "position out of reach of the area"
NO_KIND = "no category for its service_code"
NO_NUMBER = "without service_request_id"
TWICE = "service_request_id for the second time"


@transaction.atomic
def take_over(rows: list[dict], *, source: str, area: Area, kinds: dict[str, Category], other: Category, by,
              at: datetime, is_trial: bool = False) -> Report:
    """Take the requests over into `area`; `kinds` are categories by service_code, `other` stands in for the rest.
    Taken over again, each is found by its number at `source`. A trial leaves nothing behind."""
    report = Report()
    seen: Counter = Counter()
    for position, row in enumerate(rows, start=1):
        number = _text(row, "service_request_id")
        odd = [] if number else [NO_NUMBER]
        number = number or f"#{position}"
        seen[number] += 1
        if seen[number] > 1:
            odd.append(TWICE)
            number = f"{number}#{seen[number]}"
        fate = _take(row, number, odd, source, area, kinds.get(_text(row, "service_code")), other, at)
        report.counts[fate] += 1
        report.odd += [(number, said) for said in odd]
    audit.record("ticket.imported", area, by=by, at=at, source=source, **{"counts": dict(report.counts)})
    if is_trial:
        transaction.set_rollback(True)
    return report


def requests_in(path: Path) -> list[dict]:
    """The requests of a file: as GeoReport writes them, or as a dump of Django rows. Raises ValueError."""
    found = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise ValueError("a list of requests is expected")
    return list(_unwrapped(found))


def _unwrapped(found: list[dict]) -> Iterator[dict]:
    for row in found:
        if isinstance(row.get("fields"), dict):
            if str(row.get("model")).endswith("request"):
                yield row["fields"]
        else:
            yield row


def _take(row: dict, number: str, odd: list[str], source: str, area: Area, kind: Category | None, other: Category,
          at: datetime) -> str:
    uuid = uuid5(NAMESPACE_URL, f"{source}/{number}")
    requested, updated = _time(row, "requested_datetime"), _time(row, "updated_datetime")
    if requested is None:
        odd.append(NO_TIME)
    if requested and updated and updated < requested:
        odd.append(BACKWARDS)
    if kind is None:
        odd.append(NO_KIND)
    where = _where(row, area, odd)
    if Ticket.objects.filter(uuid=uuid).exists():
        return "there before"
    given = {"uuid": uuid, "channel": Channel.OPEN311, "kind": Kind.HELP, "category": kind or other, **where,
             "content": _content(row, number, source)}
    requested = requested or at
    if _text(row, "status").lower() != "closed":
        ticket, _is_new = actions.submit(at=at, **given)
        Ticket.objects.filter(pk=ticket.pk).update(received_at=requested)
        return "sent"
    _file(given, requested, max(requested, updated or requested), _text(row, "status_notes"), at)
    return "filed"


def _file(given: dict, requested: datetime, closed: datetime, answer: str, at: datetime) -> None:
    """It is over: no clock runs, nobody is told."""
    where = place_in(given["area"], given.get("longitude"), given.get("latitude"))
    ticket = Ticket.objects.create(**given | {"area": where.area}, area_key=where.area.key, state=State.ARCHIVED,
                                   received_at=requested, closed_at=closed, moved_at=closed, answer=answer)
    TicketMove.objects.create(ticket=ticket, act=Act.FILE, to_state=State.ARCHIVED, at=at)


def _where(row: dict, area: Area, odd: list[str]) -> dict:
    """Area, point and place; a point that cannot be is kept in words."""
    address = _text(row, "address")
    latitude, longitude = _degrees(row, "lat"), _degrees(row, "long")
    if not latitude or not longitude:  # 0, 0 lies in the sea and means that nobody knew
        odd.append(NO_POSITION)
        return {"area": area, "place": address[:200]}
    try:
        place_in(area, longitude, latitude)
    except ValidationError:
        odd.append(ELSEWHERE)
        return {"area": area, "place": f"{address} ({latitude}, {longitude})"[:200]}
    return {"area": area, "place": address[:200], "longitude": longitude, "latitude": latitude}


def _degrees(row: dict, name: str) -> float | None:
    try:
        return float(row.get(name) or 0) or None
    except (TypeError, ValueError):
        return None


def _time(row: dict, name: str) -> datetime | None:
    try:
        return moment(name, _text(row, name))
    except Refused:
        return None


def _content(row: dict, number: str, source: str) -> str:
    told = _text(row, "description") or _text(row, "service_name") or number
    return "\n".join(filter(None, [told[:4000], _text(row, "media_url"), f"{source} {number}"]))


def _text(row: dict, name: str) -> str:
    value = row.get(name)
    return "" if value is None else clean(str(value)).strip()
