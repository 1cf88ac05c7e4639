"""The states of a shift, and the acts that move it, as data (domain.md §5.4)."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    PLANNED = "planned", _("Shift planned")
    PUBLISHED = "published", _("On the roster")
    STARTED = "started", _("On patrol")
    FINISHED = "finished", _("All points visited")
    PARTIAL = "partial", _("Points left out")
    MISSED = "missed", _("Nobody came")
    CANCELLED = "cancelled", _("Shift cancelled")


class Act(TextChoices):
    """What is done to a shift: the word of URL, right, action and template."""

    PLAN = "plan", _("Plan a shift")
    CORRECT = "correct", _("Change the shift")
    STAFF = "staff", _("Say who walks")
    PUBLISH = "publish", _("Publish")
    CANCEL = "cancel", _("Cancel the shift")
    CHECK_IN = "check-in", _("Check in")
    FINISH = "finish", _("Finish the shift")

    # What the clock brings about.
    LATE = "late", _("Nobody has checked in")
    SKIP = "skip", _("A point was not visited in time")
    RAISE = "raise", _("Nobody has answered for it")
    END = "end", _("The time is over")


LATE_AFTER = timedelta(minutes=30)  # no check-in by then: missed, and the leader hears of it (domain.md §5.4)
RAISED_AFTER = timedelta(minutes=15)  # after the leader was told and nothing came: the sub-centre hears of it
OPENS_BEFORE = timedelta(minutes=30)  # a check-in so long before the start is one of this shift
SETTLED_AFTER = timedelta(minutes=15)  # after the end: whoever has not finished is taken to have

AHEAD = frozenset({State.PLANNED, State.PUBLISHED})
UNDER_WAY = frozenset({State.PUBLISHED, State.STARTED, State.MISSED})  # the watch looks at these
# A phone without a network tells late of what was done in time, so that the outcome may still change.
HEARD = frozenset({State.PUBLISHED, State.STARTED, State.MISSED, State.PARTIAL, State.FINISHED})
OVER = frozenset({State.FINISHED, State.PARTIAL, State.MISSED, State.CANCELLED})
WALKED = frozenset({State.STARTED, State.FINISHED, State.PARTIAL})

# act: from which states, and where it leads. None: it stays; several: the action chooses.
TRANSITIONS: dict[Act, tuple[frozenset[State], State | tuple[State, ...] | None]] = {
    Act.PLAN: (frozenset(), State.PLANNED),
    Act.CORRECT: (AHEAD, None),
    Act.STAFF: (AHEAD, None),
    Act.PUBLISH: (frozenset({State.PLANNED}), State.PUBLISHED),
    Act.CANCEL: (AHEAD, State.CANCELLED),
    Act.CHECK_IN: (HEARD, (State.STARTED, State.PARTIAL, State.FINISHED)),
    Act.FINISH: (frozenset({State.STARTED}), (State.FINISHED, State.PARTIAL)),
    Act.LATE: (frozenset({State.PUBLISHED}), State.MISSED),
    Act.SKIP: (frozenset({State.STARTED}), None),
    Act.RAISE: (frozenset({State.STARTED, State.MISSED}), None),
    Act.END: (frozenset({State.STARTED}), (State.FINISHED, State.PARTIAL)),
}


def allowed(act: str, state: str) -> bool:
    """May `act` be done to a shift in `state`? Raises KeyError for an act that nobody wrote down."""
    return state in TRANSITIONS[act][0]


TONES = {State.PLANNED: "wait", State.PUBLISHED: "wait", State.STARTED: "work", State.FINISHED: "done",
         State.PARTIAL: "check", State.MISSED: "alert"}
