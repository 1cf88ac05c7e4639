"""For the house tests: a ticket in the right state for each route, and lists with many rows."""

from datetime import timedelta

from django.utils.timezone import localdate

from grids.jurisdiction import holds
from hotline.actions import moving as actions
from hotline.actions import quality
from hotline.models import QualityCheck
from hotline.worklist import WORKLIST
from shuangliu.worklists.actions import save_filter
from tests.conftest import NOW
from tests.incidents.story import Story, make_kinds

from .desk import samples as desk
from .knowledge import samples as knowledge
from .open311 import samples as open311
from .portal import samples as portal
from .story import Calls
from .voices import samples as voices

STATE_FOR = {
    "detail": "received", "dispatch": "received", "answer": "received", "mediate": "received",
    "invalidate": "received", "join": "received", "correct": "received", "restore": "invalid", "remind": "dispatched",
    "tell": "suspended", "review": "replied", "send-back": "replied", "call-back": "follow_up", "reopen": "closed",
}


def calls_of(cast) -> Calls:
    return Calls(Story(cast, make_kinds()))


def _sample(act: str):
    return lambda cast: calls_of(cast).tell(STATE_FOR[act])


def _filter(cast) -> dict:
    """One that Mu keeps: to the others it does not exist."""
    saved = save_filter(WORKLIST, by=cast.mu, name="急件", query="tab=office&is_urgent=on")
    return {"pk": saved.pk, "foreign": [name for name, user in cast.people.items()
                                        if user != cast.mu and holds(user, "ticket.view")]}


def drawn(cast) -> QualityCheck:
    """One of Ma's tickets, drawn to be listened to."""
    calls_of(cast).tell("answered")
    quality.draw(localdate(NOW))
    return QualityCheck.objects.get()


def named(cast):
    """Its office was named in the circular."""
    calls = calls_of(cast)
    ticket = calls.tell("dispatched")
    return actions.move(ticket, "criticise", by=None, at=calls.later())


SAMPLES = {
    **{f"hotline:ticket-{act}": _sample(act) for act in STATE_FOR},
    "hotline:ticket-list-filter": _filter,
    "hotline:quality-detail": drawn,
    "hotline:ticket-circular": named,
    "api:ticket-detail": _sample("detail"),
}


def many(cast, n: int) -> None:
    calls = calls_of(cast)
    for _number in range(n):
        calls.receive()


def many_calls(cast, n: int) -> None:
    calls = calls_of(cast)
    for _number in range(n):
        calls.tell("follow_up")


def many_checks(cast, n: int) -> None:
    calls, day = calls_of(cast), localdate(NOW) - timedelta(days=QualityCheck.objects.values("day").distinct().count())
    checks = []
    for _number in range(n):
        ticket = calls.tell("answered")
        checks.append(QualityCheck(ticket=ticket, agent=cast.ma, day=day))
    QualityCheck.objects.bulk_create(checks)


LISTS = {
    "hotline:ticket-list": ("ma", many), "api:ticket-list": ("ma", many), "hotline:call-backs": ("ma", many_calls),
    "hotline:quality-list": ("mu", many_checks),
}

for part in (desk, knowledge, open311, portal, voices):
    SAMPLES |= part.SAMPLES
    LISTS |= getattr(part, "LISTS", {})
