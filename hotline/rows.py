"""Rows of the list of tickets, prepared in Python: a template that formats fifty of them is the cost of the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from shuangliu import search
from shuangliu.deadlines.models import Step
from shuangliu.pages import clocks
from shuangliu.pages.tones import tone

from .models import Channel, Kind, Ticket
from .states import State

TITLE = 60  # characters


@dataclass(frozen=True, slots=True)
class Row:
    """One ticket as a list prints it. `light` is overdue, soon or nothing; `cells` is safe HTML."""

    url: str
    number: str
    title: str
    note: str
    light: str
    is_urgent: bool
    cells: SafeString


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
            "area": escape(_("Area")), "came": escape(_("Came by")), "lead": escape(_("The supervisor decides"))}


def _row(ticket: Ticket, at: datetime, base: str, words: list[str], labels: dict) -> Row:
    warn_at, light = lights(ticket, at)
    clock = clocks.show(ticket.due_at, now=at, warn_at=warn_at) if ticket.is_open else ""
    lead = f' <span class="tag">{labels["lead"]}</span>' if ticket.is_with_lead and ticket.is_open else ""
    cells = (
        f'<td class="cell-state"><span class="badge badge--{tone_of(ticket)}">{labels["state"][ticket.state]}</span>'
        f'{lead}</td><td class="cell-clock">{clock}</td>'
        f'<td class="nowrap" data-label="{labels["area"]}">{escape(ticket.area.name)}</td>'
        f'<td class="nowrap cell-desk" data-label="{labels["came"]}">{labels["channel"][ticket.channel]}</td>'
        f'<td class="nowrap cell-desk">{localtime(ticket.received_at).strftime("%m-%d %H:%M")}</td>')
    kind = labels["kind"][ticket.kind]
    return Row(
        url=base.replace("/0/", f"/{ticket.pk}/"), number=ticket.number,
        title=search.marked(search.excerpt(ticket.content, words, TITLE), words),
        note=f"{kind} · {ticket.category.name}" if ticket.category_id else kind,
        light=light, is_urgent=ticket.is_urgent,
        cells=mark_safe(cells))  # noqa: S308 (what comes from people is escaped above)
