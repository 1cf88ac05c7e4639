"""Rows of a list, prepared in Python: a template that formats fifty of them is the cost of the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from shuangliu import search

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
    title: str  # safe HTML where words were searched for
    found: str  # the same of a place or a reply that holds them
    category: str
    state: str
    light: str
    cells: SafeString
    is_urgent: bool
    busy: str
    version: str


def rows_of(incidents: Iterable[Incident], at: datetime, text: str = "", *, columns=COLUMNS,
            busy: Mapping[int, list[str]] | None = None) -> list[Row]:
    """The rows at `at`, with the words of `text` marked. No queries, when the incidents come from for_queue()."""
    base, frame, busy, words = reverse(DETAIL, args=[0]), Frame.of(at), busy or {}, search.words(text)
    return [_row(incident, columns, frame, base, busy, words) for incident in incidents]


def _row(incident: Incident, columns, frame: Frame, base: str, busy: Mapping, words: list[str]) -> Row:
    light, people = light_of(incident, frame.at), "、".join(busy.get(incident.pk, ()))
    # Not the words of the clock, which counts on in the browser.
    said = (incident.state, light, incident.due_at, incident.tier, incident.department_id, incident.grid_id,
            incident.category_id, incident.is_urgent, incident.place, incident.moved_at, people)
    return Row(
        pk=incident.pk,
        url=base.replace("/0/", f"/{incident.pk}/"),
        number=incident.number,
        title=_excerpt(incident.description, words) if words else shortened(incident.description),
        found=_found(incident, words) if words else "",
        category=incident.category.name,
        state=incident.state,
        light=light,
        cells=cells(incident, columns, frame),
        is_urgent=incident.is_urgent,
        busy=people,
        version=f"{crc32(repr(said).encode()):x}",
    )


def shortened(text: str) -> str:
    """As much of a text as a row has room for."""
    # Truncator takes twenty times as long, to count combined characters as one.
    return text if len(text) <= TITLE else text[: TITLE - 1] + "…"


def _excerpt(text: str, words: list[str]) -> SafeString:
    return search.marked(search.excerpt(text, words, TITLE), words)


def _found(incident: Incident, words: list[str]) -> str:
    """Where the words stand, when none is in the description."""
    if search.holds_any(incident.description, words):
        return ""
    for label, text in ((_("Place"), incident.place), (_("Reply"), incident.reply)):
        if search.holds_any(text, words):
            return format_html("{} · {}", label, _excerpt(text, words))
    return ""
