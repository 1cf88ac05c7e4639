"""Demands as lists and the page of their incident print them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from shuangliu.deadlines.models import Step
from shuangliu.pages import clocks
from shuangliu.pages.tones import tone

from ..models import Category, Demand
from ..rows import shortened
from ..states import Act
from .deeds import Deed, offered
from .states import DECIDED_ABOVE, Kind

# Where the acts on the timeline say all that there is to say, the card of a demand repeats nothing.
SAID = {Act.PROGRESS, Act.SEND_BACK}


@dataclass(frozen=True, slots=True)
class Row:
    """One demand as a list prints it. `light` is overdue, soon or nothing; `clock` is safe HTML."""

    url: str
    number: str
    title: str
    kind: str
    matter: str
    state: str
    tone: str
    light: str
    clock: str
    asked: str
    of: str
    since: str
    is_urgent: bool


def rows_of(demands: Iterable[Demand], at: datetime) -> list[Row]:
    """The rows at `at`. No queries, when the demands come from for_queue()."""
    return [_row(demand, at) for demand in demands]


def _row(demand: Demand, at: datetime) -> Row:
    light, clock = clock_of(demand, at)
    return Row(
        url=demand.get_absolute_url(),
        number=demand.number,
        title=shortened(title(demand)),
        kind=kind_words(demand),
        matter=f"{demand.incident.number} {demand.incident.category.name}",
        state=demand.get_state_display(),
        tone=tone(demand.state),
        light=light,
        clock=clock,
        asked=asker(demand),
        of=asked_of(demand),
        since=localtime(demand.asked_at).strftime("%m-%d %H:%M"),
        is_urgent=demand.is_urgent,
    )


def clock_of(demand: Demand, at: datetime) -> tuple[str, str]:
    if demand.due_at is None:
        return "", ""
    warn_at = at if demand.alert != Step.NONE else None
    light = clocks.light(demand.due_at, warn_at=warn_at, now=at)
    return "" if light == "ok" else light, clocks.show(demand.due_at, now=at, warn_at=warn_at)


def title(demand: Demand) -> str:
    """What is asked, in the words of whoever asked; the clock has none."""
    return demand.text or _("Answer what has been done: the time limit has passed by half.")


def kind_words(demand: Demand) -> str:
    kind = demand.get_kind_display()
    return f"{kind} · {demand.get_sort_display()}" if demand.sort else kind


def asker(demand: Demand) -> str:
    return str(demand.asked_department or Category.Tier(demand.asked_tier).label)


def asked_of(demand: Demand) -> str:
    return str(demand.department or Category.Tier(demand.tier).label)


@dataclass(frozen=True)
class Card:
    """One demand on the page of its incident; `said` is what was told meanwhile."""

    demand: Demand
    kind: str
    title: str
    asker: str
    of: str
    wish: str
    verdict: str
    clock: str
    light: str
    said: list
    deeds: list[Deed]

    @property
    def waits(self) -> bool:
        """Whether it waits for the reader: there is more to do than to take it back."""
        return any(deed.act != Act.TAKE_BACK for deed in self.deeds)


def cards_of(incident, user, at: datetime) -> list[Card]:
    """What `user` can answer first, then what others are waited for, then the past; the newest before the older."""
    cards = [_card(demand, incident, user, at) for demand in reversed(incident.asked)]
    return sorted(cards, key=lambda card: (not card.demand.is_alive, not card.deeds))


def _card(demand: Demand, incident, user, at: datetime) -> Card:
    demand.incident = incident  # as it was fetched, with what its page needs
    light, clock = clock_of(demand, at)
    said = [move for move in incident.line if move.demand_id == demand.pk and move.act in SAID]
    return Card(
        demand=demand, kind=kind_words(demand), title=title(demand), asker=asker(demand), of=asked_of(demand),
        wish=wish(demand), verdict=verdict(demand), clock=clock, light=light, said=said, deeds=offered(demand, user))


def wish(demand: Demand) -> str:
    """What an extension or a suspension would bring."""
    if demand.kind == Kind.EXTENSION:
        return _("%(time)s more") % {"time": demand.longer_by}
    if demand.kind == Kind.SUSPENSION:
        return _("until %(day)s") % {"day": demand.review_on}
    return ""


def verdict(demand: Demand) -> str:
    """Yes or no, where that was the question and somebody has said it."""
    if demand.is_granted is None or demand.kind == Kind.TASK:
        return ""
    # A call that was not passed on was ended by whoever said no.
    if demand.kind in DECIDED_ABOVE or (demand.ended_by_id and demand.ended_by_id == demand.answered_by_id):
        return _("Granted") if demand.is_granted else _("Not granted")
    return _("Coming") if demand.is_granted else _("Not coming")
