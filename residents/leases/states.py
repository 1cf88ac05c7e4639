"""The states of a lease, and the acts that move it, as data (domain.md §5.5; 商品房屋租赁管理办法 art. 14-19)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    DRAFT = "draft", _("Draft of a lease")
    SUBMITTED = "submitted", _("Filed, to be looked at")
    NEED_MORE = "need_more", _("Papers are missing")
    ACCEPTED = "accepted", _("Papers complete")
    REGISTERED = "registered", _("Lease registered")
    CHANGED = "changed", _("Registered, changed")
    RENEWED = "renewed", _("Registered, renewed")
    REFUSED = "refused", _("Registration refused")
    WITHDRAWN = "withdrawn", _("Taken back by who filed it")
    ENDED = "ended", _("Ended early")
    EXPIRED = "expired", _("Run out")


class Act(TextChoices):
    """What is done to a lease: the word of URL, right, action and template."""

    FILE = "file", _("File a lease")
    SUBMIT = "submit", _("Send the draft in")
    NEED_MORE = "need-more", _("Ask for what is missing")
    COMPLETE = "complete", _("What was missing is there")
    ACCEPT = "accept", _("Papers are complete")
    REGISTER = "register", _("Register the lease")
    REFUSE = "refuse", _("Refuse the registration")
    WITHDRAW = "withdraw", _("Take the filing back")
    CORRECT = "correct", _("Put the lease right")
    ASK = "ask", _("Asked for by the other side of the counter")
    DECLINE = "decline", _("Decline what was asked")
    CHANGE = "change", _("Enter a change")
    RENEW = "renew", _("Renew the lease")
    END = "end", _("Enter the end")
    LEAVE = "leave", _("A tenant ends the own entry")
    CHECK = "check", _("Safety self-check")

    # What the clock brings about.
    EXPIRE = "expire", _("The lease runs out")
    REMIND = "remind", _("Reminded of the end")
    WARN = "warn", _("Warned that the time is near")
    LATE = "late", _("Time limit passed")
    RAISE = "raise", _("Long past the time limit")


class Stage(TextChoices):
    """What a clock on a lease counts."""

    REGISTER = "register", _("registration of the lease")
    COMPLETE = "complete", _("missing papers")
    ASKED = "asked", _("change, renewal or end")


# The clock that runs in a state. That of the registration rests while papers are missing.
CLOCK: dict[str, Stage] = {
    State.SUBMITTED: Stage.REGISTER,
    State.NEED_MORE: Stage.COMPLETE,
    State.ACCEPTED: Stage.REGISTER,
}

TO_DECIDE = frozenset({State.SUBMITTED, State.ACCEPTED})  # the registrar has to act
PENDING = frozenset({State.SUBMITTED, State.NEED_MORE, State.ACCEPTED})
IN_FORCE = frozenset({State.REGISTERED, State.CHANGED, State.RENEWED})
OPEN = frozenset({State.DRAFT}) | PENDING
OVER = frozenset({State.REFUSED, State.WITHDRAWN, State.ENDED, State.EXPIRED})
CERTIFIED = IN_FORCE | {State.ENDED, State.EXPIRED}  # there is a certificate

# act: from which states, and where it leads. None: it stays; several: the action chooses.
TRANSITIONS: dict[Act, tuple[frozenset[State], State | tuple[State, ...] | None]] = {
    Act.FILE: (frozenset(), (State.DRAFT, State.SUBMITTED)),
    Act.SUBMIT: (frozenset({State.DRAFT}), State.SUBMITTED),
    # From what was filed, not from what came back complete: the list is told once.
    Act.NEED_MORE: (frozenset({State.SUBMITTED}), State.NEED_MORE),
    Act.COMPLETE: (frozenset({State.NEED_MORE}), State.SUBMITTED),
    Act.ACCEPT: (frozenset({State.SUBMITTED}), State.ACCEPTED),
    Act.REGISTER: (frozenset({State.ACCEPTED}), State.REGISTERED),
    Act.REFUSE: (PENDING, State.REFUSED),
    Act.WITHDRAW: (OPEN, State.WITHDRAWN),
    Act.CORRECT: (OPEN, None),
    Act.ASK: (IN_FORCE | {State.EXPIRED}, None),
    Act.DECLINE: (IN_FORCE | {State.EXPIRED}, None),
    Act.CHANGE: (IN_FORCE, State.CHANGED),
    Act.RENEW: (IN_FORCE | {State.EXPIRED}, State.RENEWED),  # whoever comes after the last day is late, not lost
    Act.END: (IN_FORCE, State.ENDED),
    Act.LEAVE: (IN_FORCE, (State.CHANGED, State.ENDED)),  # the last one who leaves ends it
    Act.CHECK: (IN_FORCE, None),
    Act.EXPIRE: (IN_FORCE, State.EXPIRED),
    Act.REMIND: (IN_FORCE, None),
    Act.WARN: (PENDING | IN_FORCE | {State.EXPIRED}, None),
    Act.LATE: (PENDING | IN_FORCE | {State.EXPIRED}, None),
    Act.RAISE: (PENDING | IN_FORCE | {State.EXPIRED}, None),
}


def allowed(act: str, state: str) -> bool:
    """May `act` be done to a lease in `state`? Raises KeyError for an act that nobody wrote down."""
    return state in TRANSITIONS[act][0]


# The look of a state (shuangliu/pages/tones.py): a registered lease is settled, a registered case waits.
TONES = {
    State.DRAFT: "wait", State.SUBMITTED: "wait", State.NEED_MORE: "check", State.ACCEPTED: "work",
    State.REGISTERED: "done", State.CHANGED: "done", State.RENEWED: "done", State.REFUSED: "alert",
}
