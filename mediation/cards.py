"""What stands on the page of a case below its facts: a card for each subject, in this order.

A card is a template and what it prints; without anything to print it is not shown. A subject adds one line here and
leaves the page alone.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.timezone import localdate, now

from grids.jurisdiction import covers, may, posts_for
from grids.roles import MEDIATORS
from shuangliu.deadlines.models import Step

from . import openings
from .actions import NEXT_UP
from .after import cards as after
from .deeds import asides_for
from .models import Case, Round, Standing
from .models.cases import GAVE
from .models.categories import Field
from .models.parties import Side, too_many
from .papers.card import dossier_card
from .routing.finding import Destination
from .same import same_as
from .speakers import with_papers
from .states import OPEN, Act, State, sources


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
    return {"report": getattr(case, "result_report", None), "may_report": may(user, "case.report-result", case)}


def _parties(case: Case, user) -> dict:
    parties = list(case.parties.all())
    with_papers([one for party in parties for one in party.speakers])
    return {
        "parties": parties, "may_reveal": may(user, "case.reveal", case), "may": asides_for(user, case),
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
    Card("late", _late),
    Card("refusal", _refusal),
    Card("tried", _tried),
    Card("rounds", _own_rounds, is_outline=True),
    Card("route", _route),
    Card("report", _report),
    Card("transfers", _transfers, is_outline=True),
    Card("channels", _channels),
    Card("same", _same),
    Card("parties", _parties),
    Card("consent", _consent),
    Card("joint", _joint),
    Card("rounds", _rounds),
    Card("performance", after.performance),
    Card("court", after.court),
    Card("follow_ups", after.follow_ups),
    Card("openings", _openings),
    Card("dossier", dossier_card),
)


def cards_for(user, case: Case, *, is_readable: bool) -> list[tuple[str, dict]]:
    """Template and context of each card that the user sees."""
    found = ((card.template, card.find(case, user)) for card in CARDS if is_readable or card.is_outline)
    return [(template, context) for template, context in found if context is not None]
