"""What stands on the page of a case below its facts: a card for each subject, in this order.

A card is a template and what it prints; without anything to print it is not shown. A subject adds one line here and
leaves the page alone.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.timezone import localdate, now

from grids.jurisdiction import covers, may, posts_for
from grids.roles import MEDIATORS
from shuangliu import attachments, deadlines
from shuangliu.deadlines.models import Step
from shuangliu.protection import reveals

from . import openings
from .actions import NEXT_UP, is_over
from .after import cards as after
from .deed import Deed
from .deeds import asides_for
from .major.rules import is_major, missing_ones
from .models import Case, Evidence, FiveOnes, Round, Standing
from .models.cases import GAVE
from .models.categories import Field
from .models.limits import Kind
from .models.parties import Side, too_many
from .papers.card import dossier_card
from .routing.finding import Destination
from .same import same_as
from .speakers import with_papers
from .states import OPEN, Act, State, sources
from .team.members import serving
from .timing.actions import limit_of
from .timing.clocks import clocks_of


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


def _late(case: Case, user) -> dict | None:
    """Long over its time: whoever may hand it up is offered that. It never goes up by itself."""
    is_late = case.alert == Step.RAISED and case.state in sources(Act.MOVE_UP) and case.level in NEXT_UP
    return {} if is_late and may(user, "case.move-up", case) else None


def _tried(case: Case, user) -> dict | None:
    """For whoever goes on: what was tried before this round."""
    over = [one for one in case.rounds.all() if not one.is_running]
    return {"rounds": over} if over and case.is_open else None


def _route(case: Case, user) -> dict | None:
    """Why this organisation has it: by which rule, or why not by the rule."""
    running = case.round
    if running is None or not running.is_running or not (running.route or running.chosen_why):
        return None
    goes = Destination(running.level, running.org, running.route)
    return {"round": running, "words": goes.words if running.route else ""}


def _own_rounds(case: Case, user) -> dict | None:
    """For those who had the case before it went on: the records of their own rounds, and of no later ones."""
    if may(user, "case.read", case):
        return None
    mine = [one for one in case.rounds.all() if not one.is_running and _was_of(one, user)]
    return {"rounds": [(one, list(one.sessions.all())) for one in mine], "is_own": True} if mine else None


def _was_of(one: Round, user) -> bool:
    if one.mediator_id and one.mediator.user_id == user.pk:
        return True
    key = one.center.area.key if one.center_id else None
    return key is not None and any(covers(post, key) for post in posts_for(user, "case.read")
                                   if post.role not in MEDIATORS)


def _transfers(case: Case, user) -> dict | None:
    """Whom it was offered to; the reasons are for those who read the case."""
    found = list(case.transfers.select_related("to_org", "from_center", "offered_by", "answered_by"))
    return {"transfers": found, "told": may(user, "case.read", case)} if found else None


def _joint(case: Case, user) -> dict | None:
    members = list(case.joint_members.select_related("org"))
    return {"members": members} if members else None


def _report(case: Case, user) -> dict | None:
    """What is to be told, or was told, to the body that gave us the case."""
    if case.source not in GAVE or case.is_open:
        return None
    return {"report": getattr(case, "result_report", None)}


def _clocks(case: Case, user) -> dict | None:
    clocks = clocks_of(case) if case.is_open else []
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
            "clock": next(iter(clocks_of(case, Kind.PROGRESS)), None)}


def _orders(case: Case, user) -> dict | None:
    orders = list(case.supervisionorders.select_related("by", "replied_by"))
    clocks = deadlines.next_due([order for order in orders if order.replied_at is None])
    return {"orders": [(order, clocks.get(order.pk)) for order in orders]} if orders else None


def _risks(case: Case, user) -> dict | None:
    risks = list(case.risks.select_related("by", "ended_by").prefetch_related("reports"))
    return {"risks": risks} if risks else None


def _parties(case: Case, user) -> dict:
    parties = list(case.parties.all())
    with_papers([one for party in parties for one in party.speakers])
    may_reveal = may(user, "case.reveal", case)
    return {
        "parties": parties, "may_reveal": may_reveal, "reveal": (may_reveal and reveals.open_for(user, case)) or None,
        "may": asides_for(user, case),
        "minors": [party for party in parties
                   if party.is_minor_on(localdate(case.registered_at)) and not party.has_guardian],
        "crowded": [side.label for side in Side if too_many(parties, side, case.category.field == Field.TRAFFIC)],
    }


def _consent(case: Case, user) -> dict | None:
    """Rights notice and consent of each party, until there is nobody to ask any more."""
    standings = [Standing(party) for party in case.parties.all()]
    if not standings:
        return None
    return {"standings": standings, "may_record": Act.CONSENT in asides_for(user, case), "is_open": case.state in OPEN,
            "is_public": all(one.is_open for one in standings), "refusing": [one for one in standings if one.refuses]}


def _channels(case: Case, user) -> dict | None:
    """The other registrations of the same dispute; on one of those, the case that it goes on in."""
    joined = list(case.joined.order_by("id"))
    into = case.joined_to
    if not (joined or into):
        return None
    return {"joined": joined, "into": into, "may_open": into and may(user, "case.view", into)}


def _same(case: Case, user) -> dict | None:
    """Before anybody has decided: what may be the same dispute."""
    if case.state != State.REGISTERED or not may(user, "case.join", case):
        return None
    found = same_as(case, user, now())
    return {"same": found} if found else None


def _rounds(case: Case, user) -> dict | None:
    return {"rounds": [(one, list(one.sessions.all())) for one in case.rounds.all()]} if case.round else None


def _refusal(case: Case, user) -> dict | None:
    return {} if case.refused_at else None


def _openings(case: Case, user) -> dict | None:
    return {"entries": openings.told(openings.of(case)[:3])} if may(user, "case.openings", case) else None


CARDS: tuple[Card, ...] = (
    Card("risks", _risks),
    Card("late", _late),
    Card("refusal", _refusal),
    Card("orders", _orders, is_outline=True),
    Card("major", _major),
    Card("tried", _tried),
    Card("rounds", _own_rounds, is_outline=True),
    Card("route", _route),
    Card("report", _report),
    Card("transfers", _transfers, is_outline=True),
    Card("clocks", _clocks),
    Card("channels", _channels),
    Card("same", _same),
    Card("parties", _parties),
    Card("consent", _consent),
    Card("team", _team),
    Card("joint", _joint),
    Card("rounds", _rounds),
    Card("private", _private),
    Card("evidence", _evidence),
    Card("panels", _panels),
    Card("deposits", _deposits),
    Card("performance", after.performance),
    Card("court", after.court),
    Card("follow_ups", after.follow_ups),
    Card("openings", _openings),
    Card("dossier", dossier_card),
)


def cards_for(user, case: Case, *, is_readable: bool, deeds: Iterable[Deed] = ()) -> list[tuple[str, dict]]:
    """Template and context of each card that the user sees; with it the `deeds` that are offered there."""
    found = ((card, card.find(case, user)) for card in CARDS if is_readable or card.is_outline)
    shown = [(card, context) for card, context in found if context is not None]
    return [(card.template, context | {"deeds": [deed for deed in deeds if deed.card == card.name]})
            for card, context in shown]
