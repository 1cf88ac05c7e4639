"""What stands on the page of a case below its facts: a card for each subject, in this order.

A card is a template and what it prints; without anything to print it is not shown. A subject adds one line here and
leaves the page alone.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.timezone import localdate, now

from grids.jurisdiction import may

from .deeds import asides_for
from .models import Case, Standing
from .models.categories import Field
from .models.parties import Side, too_many
from .same import same_as
from .speakers import with_papers
from .states import OPEN, Act, State


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


CARDS: tuple[Card, ...] = (
    Card("refusal", _refusal),
    Card("channels", _channels),
    Card("same", _same),
    Card("parties", _parties),
    Card("consent", _consent),
    Card("rounds", _rounds),
)


def cards_for(user, case: Case, *, is_readable: bool) -> list[tuple[str, dict]]:
    """Template and context of each card that the user sees."""
    found = ((card.template, card.find(case, user)) for card in CARDS if is_readable or card.is_outline)
    return [(template, context) for template, context in found if context is not None]
