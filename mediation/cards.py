"""What stands on the page of a case below its facts: a card for each subject, in this order.

A card is a template and what it prints; without anything to print it is not shown. A subject adds one line here and
leaves the page alone.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.timezone import localdate, now

from grids.jurisdiction import may
from shuangliu import attachments, deadlines

from .actions import is_over
from .deed import Deed
from .major.rules import is_major, missing_ones
from .models import Case, Evidence, FiveOnes
from .models.limits import Kind
from .team.members import serving
from .timing.actions import limit_of


@dataclass(frozen=True)
class Card:
    """`find(case, user)` returns what the template prints as `card`, None for no card. Cards are for those who may
    read the content of the case, unless `is_outline`."""

    name: str
    find: Callable[[Case, object], dict | None]
    is_outline: bool = False

    @property
    def template(self) -> str:
        return f"mediation/cards/{self.name}.html"


def _clocks(case: Case, user) -> dict | None:
    clocks = list(deadlines.running(case)) if case.is_open else []
    limit = limit_of(case) if case.accepted_at and case.is_open else None
    appraisals = [(one, list(attachments.of(one))) for one in case.appraisals.all()]
    extensions, started = list(case.extensions.all()), case.clockstarts.first()
    if not (limit or appraisals or extensions or started):
        return None
    return {"clocks": [(clock, Kind(clock.kind).label) for clock in clocks], "limit": limit, "appraisals": appraisals,
            "extensions": extensions, "started": started, "is_over": is_over(case, at=now())}


def _team(case: Case, user) -> dict | None:
    members = list(serving(case))
    recusals = list(case.recusals.select_related("mediator", "decided_by"))
    invited = list(case.inviteds.all())
    if not (members or recusals or invited):
        return None
    return {"members": members, "recusals": recusals, "invited": invited}


def _private(case: Case, user) -> dict | None:
    """Never for a clerk, whatever else they may read."""
    if not may(user, "case.private", case):
        return None
    notes = list(case.privatenotes.select_related("by"))
    return {"notes": notes} if notes else None


def _evidence(case: Case, user) -> dict | None:
    evidence = list(case.evidences.all())
    scans = attachments.of_all(Evidence, [one.pk for one in evidence])
    investigations = list(case.investigations.select_related("by"))
    if not (evidence or investigations):
        return None
    return {"evidence": [(one, scans.get(one.pk, [])) for one in evidence], "investigations": investigations}


def _deposits(case: Case, user) -> dict | None:
    deposits = list(case.deposits.select_related("party").prefetch_related("moves"))
    return {"deposits": deposits} if deposits else None


def _panels(case: Case, user) -> dict | None:
    panels = list(case.panels.prefetch_related("members"))
    return {"panels": panels} if panels else None


def _major(case: Case, user) -> dict | None:
    if not is_major(case):
        return None
    ones = getattr(case, "five_ones", None)
    return {"ones": [(FiveOnes._meta.get_field(name).verbose_name, getattr(ones, name, "")) for name in FiveOnes.PARTS],
            "missing": missing_ones(case), "mark": case.majormarks.first(),
            "notes": list(case.progressnotes.select_related("by").order_by("-id")),
            "clock": deadlines.running(case, Kind.PROGRESS).first()}


def _orders(case: Case, user) -> dict | None:
    orders = list(case.supervisionorders.select_related("by", "replied_by"))
    return {"orders": orders, "today": localdate()} if orders else None


def _risks(case: Case, user) -> dict | None:
    risks = list(case.risks.select_related("by", "ended_by").prefetch_related("reports"))
    return {"risks": risks} if risks else None


def _parties(case: Case, user) -> dict:
    return {"parties": case.parties.all(), "may_reveal": may(user, "case.reveal", case)}


def _rounds(case: Case, user) -> dict | None:
    return {"rounds": [(one, list(one.sessions.all())) for one in case.rounds.all()]} if case.round else None


def _refusal(case: Case, user) -> dict | None:
    return {} if case.refused_at else None


CARDS: tuple[Card, ...] = (
    Card("risks", _risks),
    Card("refusal", _refusal),
    Card("orders", _orders, is_outline=True),
    Card("major", _major),
    Card("clocks", _clocks),
    Card("parties", _parties),
    Card("team", _team),
    Card("rounds", _rounds),
    Card("private", _private),
    Card("evidence", _evidence),
    Card("panels", _panels),
    Card("deposits", _deposits),
)


def cards_for(user, case: Case, *, is_readable: bool, deeds: Iterable[Deed] = ()) -> list[tuple[str, dict]]:
    """Template and context of each card that the user sees; with it the `deeds` that are offered there."""
    found = ((card, card.find(case, user)) for card in CARDS if is_readable or card.is_outline)
    shown = [(card, context) for card, context in found if context is not None]
    return [(card.template, context | {"deeds": [deed for deed in deeds if deed.card == card.name]})
            for card, context in shown]
