"""What stands on the page of a case below its facts: a card for each subject, in this order.

A card is a template and what it prints; without anything to print it is not shown. A subject adds one line here and
leaves the page alone.
"""

from collections.abc import Callable
from dataclasses import dataclass

from grids.jurisdiction import may

from .models import Case


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
    return {"parties": case.parties.all(), "may_reveal": may(user, "case.reveal", case)}


def _rounds(case: Case, user) -> dict | None:
    return {"rounds": [(one, list(one.sessions.all())) for one in case.rounds.all()]} if case.round else None


def _refusal(case: Case, user) -> dict | None:
    return {} if case.refused_at else None


CARDS: tuple[Card, ...] = (
    Card("refusal", _refusal),
    Card("parties", _parties),
    Card("rounds", _rounds),
)


def cards_for(user, case: Case, *, is_readable: bool) -> list[tuple[str, dict]]:
    """Template and context of each card that the user sees."""
    found = ((card.template, card.find(case, user)) for card in CARDS if is_readable or card.is_outline)
    return [(template, context) for template, context in found if context is not None]
