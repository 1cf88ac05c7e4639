"""The states of a ticket, and the acts that move it, as data (domain.md §5.3).

A ticket rides on the loop of its incident, or on the mediation of its case: what domain.md calls accepted, signed, in
handling and suspended is where those stand (progress.py), and is not written down twice.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    RECEIVED = "received", _("Received")
    ANSWERED = "answered", _("Answered directly")
    INVALID = "invalid", _("Invalid")
    DUPLICATE = "duplicate", _("Same as an earlier one")
    DISPATCHED = "dispatched", _("With the office")
    RETURNED = "returned", _("Returned to the hotline")
    REPLIED = "replied", _("Reply to be reviewed")
    FOLLOW_UP = "follow_up", _("To be called back")
    REWORK = "rework", _("Done again")
    CLOSED = "closed", _("Closed ticket")
    ARCHIVED = "archived", _("Filed")


class Act(TextChoices):
    """What is done to a ticket: the word of URL, right, action and template."""

    RECEIVE = "receive", _("Take down")
    ANSWER = "answer", _("Answer directly")
    DISPATCH = "dispatch", _("Send to the office")
    MEDIATE = "mediate", _("Send to mediation")
    INVALIDATE = "invalidate", _("Mark as invalid")
    JOIN = "join", _("Same as an earlier ticket")
    RESTORE = "restore", _("Take up again")
    CORRECT = "correct", _("Put the ticket right")
    REMIND = "remind", _("Remind the office")
    TELL = "tell", _("Told the caller")
    REVIEW = "review", _("Pass the reply")
    SEND_BACK = "send-back", _("Have it done again")
    CALL_BACK = "call-back", _("Enter the call-back")
    JUDGE = "judge", _("Judged by the caller")
    REOPEN = "reopen", _("Not settled, says the caller")
    REMARK = "remark", _("The caller adds something")

    # What the incident or the case brings about, and the clock.
    RETURN = "return", _("Not taken on by the office")
    REPLY = "reply", _("Replied by the office")
    EXTEND = "extend", _("The office has more time")
    REST = "rest", _("Suspended by the office")
    WAKE = "wake", _("The office goes on with it")
    WARN = "warn", _("Warned that the time is near")
    EXPIRE = "expire", _("Time limit passed")
    RAISE = "raise", _("Raised to the supervisor")
    FILE = "file", _("Filed by the clock")
    URGE = "urge", _("Reminder notice to the office")
    CRITICISE = "criticise", _("Named in the circular")


class Stage(TextChoices):
    """What a clock on a ticket counts."""

    TRIAGE = "triage", _("answer or dispatch")
    HANDLE = "handle", _("reply to the caller")
    REVIEW = "review", _("review of the reply")
    CALL_BACK = "call_back", _("call-back")
    KEEP = "keep", _("filing")
    REMINDER = "reminder", _("reminder notice")
    CRITICISM = "criticism", _("circular")


# The clock that runs in a state. That of the reply goes on while a ticket that came back is sent out anew.
CLOCK: dict[str, Stage] = {
    State.RECEIVED: Stage.TRIAGE,
    State.DISPATCHED: Stage.HANDLE,
    State.RETURNED: Stage.TRIAGE,
    State.REPLIED: Stage.REVIEW,
    State.FOLLOW_UP: Stage.CALL_BACK,
    State.REWORK: Stage.HANDLE,
    State.ANSWERED: Stage.KEEP,
    State.CLOSED: Stage.KEEP,
}

OPEN = frozenset({State.RECEIVED, State.DISPATCHED, State.RETURNED, State.REPLIED, State.FOLLOW_UP, State.REWORK})
AT_DESK = frozenset({State.RECEIVED, State.RETURNED})  # the hotline has to decide
WITH_OFFICE = frozenset({State.DISPATCHED, State.REWORK})
NOTICES = (Stage.REMINDER, Stage.CRITICISM)  # run one after the other once the office is late
SETTLED = frozenset({State.ANSWERED, State.CLOSED})
OVER = frozenset({State.ANSWERED, State.INVALID, State.DUPLICATE, State.CLOSED, State.ARCHIVED})

# act: from which states, and where it leads. None: it stays; several: the action chooses.
TRANSITIONS: dict[Act, tuple[frozenset[State], State | tuple[State, ...] | None]] = {
    Act.RECEIVE: (frozenset(), State.RECEIVED),
    Act.ANSWER: (AT_DESK, State.ANSWERED),
    Act.DISPATCH: (AT_DESK, (State.DISPATCHED, State.REWORK)),
    Act.MEDIATE: (AT_DESK, (State.DISPATCHED, State.REWORK)),
    Act.INVALIDATE: (AT_DESK, State.INVALID),
    Act.JOIN: (AT_DESK, State.DUPLICATE),
    Act.RESTORE: (frozenset({State.INVALID, State.DUPLICATE}), State.RECEIVED),
    Act.CORRECT: (AT_DESK, None),
    Act.REMIND: (WITH_OFFICE, None),
    Act.TELL: (OPEN, None),
    Act.REVIEW: (frozenset({State.REPLIED}), (State.FOLLOW_UP, State.CLOSED)),
    Act.SEND_BACK: (frozenset({State.REPLIED}), (State.REWORK, State.RETURNED)),
    Act.CALL_BACK: (frozenset({State.FOLLOW_UP}), (State.FOLLOW_UP, State.CLOSED, State.REWORK, State.RETURNED)),
    Act.JUDGE: (frozenset({State.REPLIED, State.FOLLOW_UP, State.CLOSED}),
                (State.CLOSED, State.REWORK, State.RETURNED)),
    Act.REOPEN: (SETTLED, (State.REWORK, State.RETURNED)),
    Act.REMARK: (OPEN, None),
    Act.RETURN: (WITH_OFFICE, State.RETURNED),
    Act.REPLY: (WITH_OFFICE, State.REPLIED),
    Act.EXTEND: (WITH_OFFICE, None),
    Act.REST: (WITH_OFFICE, None),
    Act.WAKE: (WITH_OFFICE, None),
    Act.WARN: (OPEN, None),
    Act.EXPIRE: (OPEN, None),
    Act.RAISE: (OPEN, None),
    Act.URGE: (WITH_OFFICE, None),
    Act.CRITICISE: (WITH_OFFICE, None),
    Act.FILE: (SETTLED, State.ARCHIVED),
}


def allowed(act: str, state: str) -> bool:
    """May `act` be done to a ticket in `state`? Raises KeyError for an act that nobody wrote down."""
    return state in TRANSITIONS[act][0]
