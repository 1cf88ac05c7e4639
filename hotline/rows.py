"""Rows of tickets as the list, the desk and the call-backs show them, prepared in Python: a template that formats fifty
of them is the cost of the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from shuangliu import search
from shuangliu.deadlines.models import Step
from shuangliu.pages import clocks
from shuangliu.pages.tones import tone

from .discretion import glimpse
from .models import Channel, Kind, Ticket
from .states import State

PLACE = 20  # characters


@dataclass(frozen=True, slots=True)
class Row:
    """One ticket as a list prints it. `light` is overdue, soon or nothing; `cells` is safe HTML; `version` is another
    whenever the row says something else."""

    pk: int
    url: str
    number: str
    title: str
    note: str
    light: str
    is_urgent: bool
    cells: SafeString
    version: str


def rows_of(tickets: Iterable[Ticket], at: datetime, text: str = "") -> list[Row]:
    """The rows at `at`, with the words of `text` marked. No queries, when the tickets come from for_queue()."""
    base = reverse("hotline:ticket-detail", args=[0])
    words, labels = search.words(text), _labels()
    return [_row(ticket, at, base, words, labels) for ticket in tickets]


def lights(ticket: Ticket, at: datetime) -> tuple[datetime | None, str]:
    """From when on its clock warns, and the colour of its edge: soon, overdue or none. What is over has no clock."""
    if not ticket.is_open:
        return None, ""
    warn_at = at if ticket.alert != Step.NONE else None
    light = clocks.light(ticket.due_at, warn_at=warn_at, now=at)
    return warn_at, "" if light == "ok" else light


def tone_of(ticket: Ticket) -> str:
    return "done" if ticket.state == State.ANSWERED else tone(ticket.state)


def _labels() -> dict:
    """Words that are translated once for all rows."""
    return {"state": {state: escape(state.label) for state in State},
            "kind": {kind.value: str(kind.label) for kind in Kind},
            "channel": {channel.value: escape(channel.label) for channel in Channel},
            "place": escape(_("Place")), "came": escape(_("Came by")),
            "lead": f' <span class="tag">{escape(_("The supervisor decides"))}</span>',
            "tell": f' <span class="tag">{escape(_("Tell the caller"))}</span>'}


def _row(ticket: Ticket, at: datetime, base: str, words: list[str], labels: dict) -> Row:
    warn_at, light = lights(ticket, at)
    clock = clocks.show(ticket.due_at, now=at, warn_at=warn_at) if ticket.is_open else ""
    tags = (labels["lead"] if ticket.is_with_lead and ticket.is_open else "") + (
        labels["tell"] if ticket.to_be_told and ticket.is_open else "")
    place = f'<div class="cell-title__note">{escape(glimpse(ticket.place, most=PLACE))}</div>' if ticket.place else ""
    cells = (
        f'<td class="cell-state"><span class="badge badge--{tone_of(ticket)}">{labels["state"][ticket.state]}</span>'
        f'{tags}</td><td class="cell-clock">{clock}</td>'
        f'<td class="nowrap" data-label="{labels["place"]}">{escape(ticket.area.name)}{place}</td>'
        f'<td class="nowrap cell-desk" data-label="{labels["came"]}">{labels["channel"][ticket.channel]}</td>'
        f'<td class="nowrap cell-desk">{localtime(ticket.received_at).strftime("%m-%d %H:%M")}</td>')
    kind = labels["kind"][ticket.kind]
    # Not the words of the clock, which counts on in the browser.
    said = (ticket.state, light, ticket.due_at, ticket.kind, ticket.category_id, ticket.area_id, ticket.place,
            ticket.is_urgent, ticket.is_with_lead, ticket.to_be_told)
    return Row(
        pk=ticket.pk, url=base.replace("/0/", f"/{ticket.pk}/"), number=ticket.number,
        title=search.marked(glimpse(ticket.content, words), words),
        note=f"{kind} · {ticket.category.name}" if ticket.category_id else kind,
        light=light, is_urgent=ticket.is_urgent,
        cells=mark_safe(cells),  # noqa: S308 (what comes from people is escaped above)
        version=f"{crc32(repr(said).encode()):x}")
