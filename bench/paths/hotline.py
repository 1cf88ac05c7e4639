"""The hotline's own pages, and its knowledge base while a caller speaks."""

from collections.abc import Iterator
from urllib.parse import quote

from hotline.models import Ticket
from hotline.states import State
from incidents.models import Incident
from shuangliu.demo.world import World

from .. import fill
from ..floors import prints
from ..measure import Case
from .pages import page
from .searching import beside_its_sql

AGENT, LIST = "hotline", "/hotline/tickets/"
# What an agent types: a rare word, one that is in a third of the articles, a sentence, and what nobody answers.
ASKED = {"rare": "停水", "frequent": "垃圾", "sentence": "请问小区门口的垃圾桶满了没人收怎么办", "none": "量子计算机"}
SHARE = 10  # incidents for each article


def desk(world: World) -> Iterator[Case]:
    fill.tickets()
    yield page("desk", AGENT, "/hotline/", prints("tickets.html", "hotline_ticket"))


def tickets(world: World) -> Iterator[Case]:
    """The list as it opens, all there are, and a ticket that an office has and one that is filed."""
    fill.tickets()
    rows = prints("tickets.html", "hotline_ticket")
    yield page("tickets", AGENT, LIST, rows)
    yield page("tickets-all", AGENT, f"{LIST}?tab=all", rows)
    for name, state in (("open", State.DISPATCHED), ("over", State.ARCHIVED)):
        ticket = Ticket.objects.filter(state=state).order_by("-id").first()
        yield page(f"ticket-{name}", AGENT, ticket.get_absolute_url(),
                   prints("ticket.html", "hotline_ticket", "hotline_ticketmove"))


def knowledge(world: World) -> Iterator[Case]:
    """The list of what is found, and what stands beside the form of a call, each beside its SQL alone."""
    fill.articles(Incident.objects.count() // SHARE, world.at)
    for name, words in ASKED.items():
        yield beside_its_sql(f"knowledge-{name}", AGENT, f"/hotline/knowledge/?q={quote(words)}")
    yield beside_its_sql("knowledge-beside", AGENT, f"/hotline/knowledge/find/?q={quote(ASKED['sentence'])}")
