"""The states of a four-party agreement, and the acts that move it, as data (domain.md §5.4)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    DRAFT = "draft", _("Agreement being drafted")
    SIGNED = "signed", _("Signed by all four")
    ACTIVE = "active", _("Agreement in force")
    EXPIRED = "expired", _("Agreement run out")
    TERMINATED = "terminated", _("Ended before its time")
    RENEWED = "renewed", _("Gone on as a new agreement")


class Act(TextChoices):
    """What is done to an agreement: the word of URL, right, action and template."""

    DRAFT = "draft", _("Draft an agreement")
    CORRECT = "correct", _("Put the draft right")
    SIGN = "sign", _("Enter a signature")
    UNSIGN = "unsign", _("Take a signature back")
    ACTIVATE = "activate", _("Put it into force")
    CLAIM = "claim", _("Enter a claim")
    SETTLE = "settle", _("Enter what the insurer decided")
    MARK = "mark", _("Mark a duty")
    COUNT = "count", _("Enter thefts before and after")
    RENEW = "renew", _("Draft the renewal")
    TERMINATE = "terminate", _("End it before its time")

    # What time or its successor brings about.
    REMIND = "remind", _("Reminded that the agreement ends")
    EXPIRE = "expire", _("The agreement runs out")
    SUCCEED = "succeed", _("Its successor is in force")


RUNNING = frozenset({State.ACTIVE})
OPEN = frozenset({State.DRAFT, State.SIGNED, State.ACTIVE})
WAS_IN_FORCE = frozenset({State.ACTIVE, State.EXPIRED, State.RENEWED, State.TERMINATED})
ALL_SIGNED = frozenset({State.SIGNED, State.ACTIVE, State.EXPIRED, State.RENEWED})

# act: from which states, and where it leads. None: it stays; several: the action chooses.
TRANSITIONS: dict[Act, tuple[frozenset[State], State | tuple[State, ...] | None]] = {
    Act.DRAFT: (frozenset(), State.DRAFT),
    Act.CORRECT: (frozenset({State.DRAFT}), None),
    Act.SIGN: (frozenset({State.DRAFT}), (State.DRAFT, State.SIGNED)),  # the fourth signature leads on
    Act.UNSIGN: (frozenset({State.DRAFT, State.SIGNED}), State.DRAFT),
    Act.ACTIVATE: (frozenset({State.SIGNED}), State.ACTIVE),
    # A loss of its days may be claimed and paid after its end.
    Act.CLAIM: (WAS_IN_FORCE, None),
    Act.SETTLE: (WAS_IN_FORCE, None),
    Act.MARK: (RUNNING, None),
    Act.COUNT: (WAS_IN_FORCE, None),
    Act.RENEW: (frozenset({State.ACTIVE, State.EXPIRED}), None),  # it runs on until the new one is in force
    Act.TERMINATE: (OPEN, State.TERMINATED),
    Act.REMIND: (RUNNING, None),
    Act.EXPIRE: (RUNNING, State.EXPIRED),
    Act.SUCCEED: (frozenset({State.ACTIVE, State.EXPIRED}), State.RENEWED),
}

TONES = {State.DRAFT: "wait", State.SIGNED: "check", State.ACTIVE: "done"}


def allowed(act: str, state: str) -> bool:
    """May `act` be done to an agreement in `state`? Raises KeyError for an act that nobody wrote down."""
    return state in TRANSITIONS[act][0]
