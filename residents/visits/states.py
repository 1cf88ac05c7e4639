"""The states of a visit that was asked for, and the acts that move it, as data (domain.md §1.4 采集, §7)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    OPEN = "open", _("To be made")
    NOBODY = "nobody", _("Nobody there")
    DONE = "done", _("Made, to be entered")
    ENTERED = "entered", _("Entered in the register")
    CANCELLED = "cancelled", _("Visit cancelled")


class Act(TextChoices):
    """What is done to a visit: the word of URL, right, action and template."""

    ASK = "ask", _("Ask for a visit")
    REPORT = "report", _("Tell what the visit found")
    ENTER = "enter", _("Enter the result")
    CANCEL = "cancel", _("Cancel the visit")

    # What the clock brings about.
    WARN = "warn", _("Warned that the visit is due")
    LATE = "late", _("The visit is overdue")
    RAISE = "raise", _("The visit is long overdue")


STAGE = "visit"  # what the clock counts
MOST_TRIES = 3  # then it is the registrar's again
TO_VISIT = frozenset({State.OPEN})
TO_ENTER = frozenset({State.DONE, State.NOBODY})
WAITING = TO_VISIT | TO_ENTER
OVER = frozenset({State.ENTERED, State.CANCELLED})

# act: from which states, and where it leads. None: it stays; several: the action chooses.
TRANSITIONS: dict[Act, tuple[frozenset[State], State | tuple[State, ...] | None]] = {
    Act.ASK: (frozenset(), State.OPEN),
    # Whoever finds nobody goes again; the third time is the last.
    Act.REPORT: (TO_VISIT, (State.OPEN, State.NOBODY, State.DONE)),
    Act.ENTER: (TO_ENTER, State.ENTERED),
    Act.CANCEL: (frozenset({State.OPEN, State.NOBODY}), State.CANCELLED),
    Act.WARN: (TO_VISIT, None),
    Act.LATE: (TO_VISIT, None),
    Act.RAISE: (TO_VISIT, None),
}


def allowed(act: str, state: str) -> bool:
    """May `act` be done to a visit in `state`? Raises KeyError for an act that nobody wrote down."""
    return state in TRANSITIONS[act][0]


TONES = {State.OPEN: "wait", State.NOBODY: "alert", State.DONE: "check", State.ENTERED: "done"}
