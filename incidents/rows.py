"""Rows of a list, prepared in Python: a template that formats fifty of them is the cost of the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

from django.urls import reverse
from django.utils.safestring import SafeString

from .columns import COLUMNS, Frame, cells, light_of
from .models import Incident

DETAIL = "incidents:incident-detail"
TITLE = 60  # characters


@dataclass(frozen=True, slots=True)
class Row:
    """One incident as a list prints it. `light` is overdue, soon or nothing; `cells` are the chosen columns as safe
    HTML; `busy` names who has a form of it open; `version` is another whenever the row says something else."""

    pk: int
    url: str
    number: str
    title: str
    category: str
    state: str
    light: str
    cells: SafeString
    is_urgent: bool
    busy: str
    version: str


def rows_of(incidents: Iterable[Incident], at: datetime, *, columns=COLUMNS,
            busy: Mapping[int, list[str]] | None = None) -> list[Row]:
    """The rows at `at`. No queries, when the incidents come from for_queue()."""
    base, frame, busy = reverse(DETAIL, args=[0]), Frame.of(at), busy or {}
    return [_row(incident, columns, frame, base, busy) for incident in incidents]


def _row(incident: Incident, columns, frame: Frame, base: str, busy: Mapping) -> Row:
    light, people = light_of(incident, frame.at), "、".join(busy.get(incident.pk, ()))
    # Not the words of the clock, which counts on in the browser.
    said = (incident.state, light, incident.due_at, incident.tier, incident.department_id, incident.grid_id,
            incident.category_id, incident.is_urgent, incident.place, incident.moved_at, people)
    return Row(
        pk=incident.pk,
        url=base.replace("/0/", f"/{incident.pk}/"),
        number=incident.number,
        title=_title(incident.description),
        category=incident.category.name,
        state=incident.state,
        light=light,
        cells=cells(incident, columns, frame),
        is_urgent=incident.is_urgent,
        busy=people,
        version=f"{crc32(repr(said).encode()):x}",
    )


def _title(description: str) -> str:
    # Truncator takes twenty times as long, to count combined characters as one.
    return description if len(description) <= TITLE else description[: TITLE - 1] + "…"
