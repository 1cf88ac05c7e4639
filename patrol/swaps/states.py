"""The states of a swap, and the acts that move it, as data (domain.md §5.4: swap with the leader's consent)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    ASKED = "asked", _("Swap asked for")
    AGREED = "agreed", _("Agreed, to be granted")
    GRANTED = "granted", _("Swap granted")
    DECLINED = "declined", _("The other declined")
    REFUSED = "refused", _("The leader refused")
    WITHDRAWN = "withdrawn", _("Swap withdrawn")
    EXPIRED = "expired", _("Swap expired")


class Act(TextChoices):
    """What is done to a swap: the word of URL, right, action and audit entry."""

    ASK = "ask", _("Ask somebody to walk it")
    AGREE = "agree", _("Agree to walk it")
    DECLINE = "decline", _("Decline to walk it")
    WITHDRAW = "withdraw", _("Withdraw the swap")
    GRANT = "grant", _("Grant the swap")
    REFUSE = "refuse", _("Refuse the swap")

    EXPIRE = "expire", _("The shift has begun")  # what the clock brings about


class Side(TextChoices):
    """Whose act it is."""

    GIVER = "giver", _("who asked")
    TAKER = "taker", _("who is asked")
    LEADER = "leader", _("patrol leader")
    CLOCK = "clock", _("The system")


OPEN = frozenset({State.ASKED, State.AGREED})

# act: from which states, where it leads, and whose it is.
TRANSITIONS: dict[Act, tuple[frozenset[State], State, Side]] = {
    Act.ASK: (frozenset(), State.ASKED, Side.GIVER),
    Act.AGREE: (frozenset({State.ASKED}), State.AGREED, Side.TAKER),
    Act.DECLINE: (frozenset({State.ASKED}), State.DECLINED, Side.TAKER),
    Act.WITHDRAW: (OPEN, State.WITHDRAWN, Side.GIVER),
    Act.GRANT: (frozenset({State.AGREED}), State.GRANTED, Side.LEADER),
    Act.REFUSE: (OPEN, State.REFUSED, Side.LEADER),
    Act.EXPIRE: (OPEN, State.EXPIRED, Side.CLOCK),
}


def allowed(act: str, state: str) -> bool:
    """May `act` be done to a swap in `state`? Raises KeyError for an act that nobody wrote down."""
    return state in TRANSITIONS[act][0]


TONES = {State.ASKED: "wait", State.AGREED: "check", State.GRANTED: "done", State.DECLINED: "alert",
         State.REFUSED: "alert"}
