"""The states of a case, and the acts that move it (domain.md §5.2). Data: actions/ does the moving."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    REGISTERED = "registered", _("Case registered")
    NOT_ACCEPTED = "not_accepted", _("Not taken on")
    ACCEPTED = "accepted", _("Taken on")
    ASSIGNED = "assigned", _("Mediator appointed")
    MEDIATING = "mediating", _("In mediation")
    AGREED = "agreed", _("Agreement reached")
    FAILED = "failed", _("Mediation failed")


OPEN = (State.REGISTERED, State.ACCEPTED, State.ASSIGNED, State.MEDIATING)  # a clock runs, somebody must act
UNTRIED = (State.REGISTERED, State.NOT_ACCEPTED)  # nobody has taken it on: outside every success rate
WITH_MEDIATOR = (State.ASSIGNED, State.MEDIATING, State.AGREED, State.FAILED)

# act: from which states, to which
TRANSITIONS: dict[str, tuple[frozenset[State], State]] = {
    "accept": (frozenset({State.REGISTERED}), State.ACCEPTED),
    "refuse": (frozenset({State.REGISTERED}), State.NOT_ACCEPTED),
    "assign": (frozenset({State.ACCEPTED}), State.ASSIGNED),
    "reassign": (frozenset({State.ASSIGNED, State.MEDIATING}), State.ASSIGNED),
    "session": (frozenset({State.ASSIGNED, State.MEDIATING}), State.MEDIATING),
    "agree": (frozenset({State.MEDIATING}), State.AGREED),
    # A party may refuse before anybody has met (人民调解法 art. 3, 17).
    "fail": (frozenset({State.ASSIGNED, State.MEDIATING}), State.FAILED),
}


def allowed(act: str, state: str) -> bool:
    """May `act` be done to a case in `state`? Raises KeyError for an act that nobody wrote down."""
    return state in TRANSITIONS[act][0]
