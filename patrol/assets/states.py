"""The states of a camera, and the acts that move it, as data."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    WORKING = "working", _("Camera works")
    FAULTY = "faulty", _("Camera out of order")
    REMOVED = "removed", _("Camera taken down")


class Act(TextChoices):
    """What is done to a camera: the word of URL, right, action and template."""

    REGISTER = "register", _("Enter a camera")
    CORRECT = "correct", _("Put the entry right")
    REPORT = "report", _("Report a fault")
    RESTORE = "restore", _("Works again")
    REMOVE = "remove", _("Taken down")

    # What the incident of its fault brings about.
    BREAK = "break", _("Out of order again")
    LOSE = "lose", _("Its incident came to nothing")


STANDING = frozenset({State.WORKING, State.FAULTY})

# act: from which states, and where it leads. None: it stays.
TRANSITIONS: dict[Act, tuple[frozenset[State], State | None]] = {
    Act.REGISTER: (frozenset(), State.WORKING),
    Act.CORRECT: (STANDING, None),
    Act.REPORT: (STANDING, State.FAULTY),  # one that is faulty already, when its first incident came to nothing
    Act.RESTORE: (frozenset({State.FAULTY}), State.WORKING),
    Act.REMOVE: (STANDING, State.REMOVED),
    Act.BREAK: (frozenset({State.WORKING}), State.FAULTY),
    Act.LOSE: (frozenset({State.FAULTY}), None),
}

TONES = {State.WORKING: "done", State.FAULTY: "alert"}


def allowed(act: str, state: str) -> bool:
    """May `act` be done to a camera in `state`? Raises KeyError for an act that nobody wrote down."""
    return state in TRANSITIONS[act][0]
