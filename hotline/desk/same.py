"""What may be the same matter as the one that is being told: incidents near the point (incidents/similar.py), and open
tickets in like words or of the same place, whose incident the new one can join."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from incidents import similar
from incidents.models import Category, Incident
from incidents.states import NOT_INTO
from shuangliu import search
from shuangliu.pages import clocks

from ..discretion import glimpse
from ..models import Ticket
from ..states import WITH_OFFICE

RECENT = timedelta(days=30)
LOOK = 400  # of the newest open ones
ALIKE = 0.3
SAME_PLACE = 0.6  # of the pairs of two places
MOST = 5


@dataclass(frozen=True)
class Told:
    """A ticket that is like the one being written; `incident` is what the new one would join."""

    incident: int
    number: str
    url: str
    category: str
    place: str
    text: str
    age: str


def near(user, at: datetime, *, category: Category | None, longitude, latitude, text: str) -> list[similar.Similar]:
    """Open incidents round the point, if there is one, as much of each as the agent may see."""
    if longitude is None or latitude is None:
        return []
    found = similar.similar(user, at, category=category, longitude=longitude, latitude=latitude, text=text)
    return [one for one in found if one.is_open]


def told(user, at: datetime, *, text: str, place: str, besides=()) -> list[Told]:
    """Tickets of the last month that wait for an office, the likeliest first; `besides` are incidents shown already."""
    waiting = (Ticket.objects.visible_to(user).filter(state__in=WITH_OFFICE, incident__isnull=False,
                                                      received_at__gte=at - RECENT)
               .exclude(incident__in=besides).exclude(incident__state__in=NOT_INTO)
               .select_related("category").order_by("-id")[:LOOK])
    ranked = []
    for ticket in waiting:
        alike, there = search.likeness(text, ticket.content), search.likeness(place, ticket.place)
        if alike >= ALIKE or (there >= SAME_PLACE and alike >= ALIKE / 3):
            ranked.append((-alike - there, -ticket.pk, ticket))
    seen, found = set(), []
    for _rank, _pk, ticket in sorted(ranked):
        if ticket.incident_id not in seen:
            seen.add(ticket.incident_id)
            found.append(_shown(ticket, at))
    return found[:MOST]


def may_join(user, at: datetime, incident: Incident, *, category: Category | None, longitude, latitude) -> bool:
    """Whether the agent was shown enough of it to say that it is the same: near the point, or known by a ticket."""
    if not incident.is_open:
        return False
    if Ticket.objects.visible_to(user).filter(incident=incident, state__in=WITH_OFFICE).exists():
        return True
    if longitude is None or latitude is None:
        return False
    around = similar.near(at, category, longitude, latitude)
    return around.filter(pk=incident.pk).exists() and similar.may_join(user, incident)


def _shown(ticket: Ticket, at: datetime) -> Told:
    return Told(incident=ticket.incident_id, number=ticket.number, url=ticket.get_absolute_url(),
                category=ticket.category.name if ticket.category else "", place=glimpse(ticket.place),
                text=glimpse(ticket.content), age=clocks.spoken(at - ticket.received_at))
