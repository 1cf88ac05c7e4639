"""Rows of a list, prepared in Python: a template that formats fifty of them is the cost of the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from shuangliu import search
from shuangliu.deadlines.models import Step
from shuangliu.pages import clocks
from shuangliu.pages.tones import tone

from .models import Incident
from .states import State

DETAIL = "incidents:incident-detail"
TITLE = 60  # characters


@dataclass(frozen=True, slots=True)
class Row:
    """One incident as a list prints it. `light` is overdue, soon or nothing; `clock` is safe HTML."""

    url: str
    number: str
    title: str  # safe HTML where words were searched for
    found: str  # the same of a place or a reply that holds them
    category: str
    state: str
    tone: str
    light: str
    clock: str
    place: str
    handler: str
    reported: str
    is_urgent: bool
    is_unplaced: bool


def rows_of(incidents: Iterable[Incident], at: datetime, text: str = "") -> list[Row]:
    """The rows at `at`, with the words of `text` marked. No queries, when the incidents come from for_queue()."""
    words = search.words(text)
    base = reverse(DETAIL, args=[0])
    labels = {state: str(state.label) for state in State}
    desks = {2: _("Workstation"), 3: _("Sub-centre"), 4: _("County platform")}
    return [_row(incident, at, base, labels, desks, words) for incident in incidents]


def _row(incident: Incident, at: datetime, base: str, labels: dict, desks: dict, words: list[str]) -> Row:
    light, clock = "", ""
    if incident.due_at and incident.is_open:
        # Whether it is soon was told by the sweep; when it is over the reader sees at once.
        warn_at = at if incident.alert != Step.NONE else None
        light = clocks.light(incident.due_at, warn_at=warn_at, now=at)
        clock = clocks.show(incident.due_at, now=at, warn_at=warn_at)
    return Row(
        url=base.replace("/0/", f"/{incident.pk}/"),
        number=incident.number,
        title=_excerpt(incident.description, words) if words else _title(incident.description),
        found=_found(incident, words) if words else "",
        category=incident.category.name,
        state=labels[incident.state],
        tone=tone(incident.state),
        light="" if light == "ok" else light,
        clock=clock,
        place=incident.grid.name if incident.grid_id else _("Place not found yet"),
        handler=incident.department.name if incident.department_id else desks[incident.tier],
        reported=localtime(incident.reported_at).strftime("%m-%d %H:%M"),
        is_urgent=incident.is_urgent,
        is_unplaced=incident.grid_id is None,
    )


def _title(description: str) -> str:
    # Truncator takes twenty times as long, to count combined characters as one.
    return description if len(description) <= TITLE else description[: TITLE - 1] + "…"


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
