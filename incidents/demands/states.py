"""The kinds of demand, their states, and every move between them, as data."""

from dataclasses import dataclass
from enum import Enum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from .. import states as incidents
from ..states import BEING_HANDLED, OPEN, Act


class Kind(TextChoices):
    EXTENSION = "extension", _("Extension")
    SUSPENSION = "suspension", _("Suspension")
    SUPERVISION = "supervision", _("Supervision order")
    WHISTLE = "whistle", _("Whistle")
    TASK = "task", _("Joint task")


class State(TextChoices):
    """The first four wait for somebody."""

    PASSING = "passing", _("To be passed on")
    ASKED = "asked", _("To be answered")
    TAKEN = "taken", _("Being answered")
    ANSWERED = "answered", _("To be looked at")
    ENDED = "ended", _("Done with")
    DECLINED = "declined", _("Declined")
    DROPPED = "dropped", _("Dropped")


class Sort(TextChoices):
    """Why somebody is supervised (domain.md §4.4), or for what a department is called (§5.1.2)."""

    TIMEOUT = "timeout", _("Time limit passed")
    LEADER = "leader", _("Asked for by a leader")
    IMPORTANT = "important", _("Important matter")
    URGENT = "urgent", _("Urgent matter")
    JOINT = "joint", _("Joint enforcement")
    HARD = "hard", _("Hard case")


class Stage(TextChoices):
    """What a clock on a demand counts. REPLY ends on a day where one was named."""

    PASS = "pass", _("passing on")
    REPLY = "reply", _("answering")
    RESULT = "result", _("the result")
    LOOK = "look", _("looking at the answer")


class Side(Enum):
    """Who moves it on: who asked, who is asked, who stands between them."""

    ASKER, ASKED, BETWEEN = range(3)


@dataclass(frozen=True)
class Step:
    """From which states an act may be done, where it leads (None: it stays), and whose act it is."""

    sources: frozenset[State]
    target: State | None
    side: Side


def _step(sources, target, side) -> Step:
    return Step(frozenset({sources} if isinstance(sources, State) else sources), target, side)


ALIVE = frozenset({State.PASSING, State.ASKED, State.TAKEN, State.ANSWERED})
WITH_THE_ASKED = frozenset({State.ASKED, State.TAKEN})
DECIDED_ABOVE = (Kind.EXTENSION, Kind.SUSPENSION)
CALLED = (Kind.WHISTLE, Kind.TASK)
SORTS = {
    Kind.SUPERVISION: (Sort.TIMEOUT, Sort.LEADER, Sort.IMPORTANT),
    Kind.WHISTLE: (Sort.URGENT, Sort.JOINT, Sort.HARD),
}
OPENED_BY: dict[str, Kind] = {
    Act.ASK_EXTENSION: Kind.EXTENSION, Act.ASK_SUSPENSION: Kind.SUSPENSION, Act.SUPERVISE: Kind.SUPERVISION,
    Act.WHISTLE: Kind.WHISTLE, Act.GIVE_TASK: Kind.TASK,
}

# While the incident is in these states; it falls when the incident leaves them.
LIVES_IN: dict[str, frozenset] = {
    Kind.EXTENSION: frozenset({incidents.State.IN_PROGRESS, incidents.State.REWORK}),
    Kind.SUSPENSION: frozenset({incidents.State.IN_PROGRESS, incidents.State.REWORK}),
    Kind.SUPERVISION: OPEN,
    Kind.WHISTLE: OPEN,
    Kind.TASK: BEING_HANDLED,
}

STEPS: dict[tuple[Kind, Act], Step] = {
    **{(kind, Act.GRANT): _step(State.ASKED, State.ENDED, Side.ASKED) for kind in DECIDED_ABOVE},
    **{(kind, Act.REFUSE): _step(State.ASKED, State.ENDED, Side.ASKED) for kind in DECIDED_ABOVE},
    (Kind.SUPERVISION, Act.TAKE): _step(State.ASKED, State.TAKEN, Side.ASKED),
    (Kind.SUPERVISION, Act.PROGRESS): _step(State.TAKEN, None, Side.ASKED),
    (Kind.SUPERVISION, Act.ANSWER): _step(State.TAKEN, State.ANSWERED, Side.ASKED),
    (Kind.SUPERVISION, Act.CONCLUDE): _step(State.ANSWERED, State.ENDED, Side.ASKER),
    (Kind.SUPERVISION, Act.SEND_BACK): _step(State.ANSWERED, State.TAKEN, Side.ASKER),
    (Kind.WHISTLE, Act.PASS_ON): _step(State.PASSING, State.ASKED, Side.BETWEEN),
    (Kind.WHISTLE, Act.REFUSE): _step(State.PASSING, State.ENDED, Side.BETWEEN),
    (Kind.WHISTLE, Act.TAKE): _step(State.ASKED, State.TAKEN, Side.ASKED),
    # Whether a department may stay away is for the caller to say: a refusal is rated too.
    (Kind.WHISTLE, Act.DECLINE): _step(State.ASKED, State.ANSWERED, Side.ASKED),
    (Kind.WHISTLE, Act.ARRIVE): _step(State.TAKEN, None, Side.ASKED),
    (Kind.WHISTLE, Act.ANSWER): _step(State.TAKEN, State.ANSWERED, Side.ASKED),
    (Kind.WHISTLE, Act.RATE): _step(State.ANSWERED, State.ENDED, Side.ASKER),
    (Kind.TASK, Act.TAKE): _step(State.ASKED, State.TAKEN, Side.ASKED),
    (Kind.TASK, Act.DECLINE): _step(State.ASKED, State.DECLINED, Side.ASKED),
    (Kind.TASK, Act.ANSWER): _step(State.TAKEN, State.ENDED, Side.ASKED),
    **{(kind, Act.TAKE_BACK): _step(ALIVE - {State.ANSWERED}, State.DROPPED, Side.ASKER) for kind in Kind},
}

# In the order in which a page offers them.
ACTS = (Act.GRANT, Act.PASS_ON, Act.TAKE, Act.ANSWER, Act.ARRIVE, Act.PROGRESS, Act.CONCLUDE, Act.RATE, Act.SEND_BACK,
        Act.DECLINE, Act.REFUSE, Act.TAKE_BACK)


def clock_of(kind: str, state: str) -> Stage | None:
    """The clock that runs; none once it is over. A whistle has a second one until the result."""
    if kind == Kind.WHISTLE and state == State.TAKEN:
        return Stage.RESULT
    return {State.PASSING: Stage.PASS, State.ASKED: Stage.REPLY, State.TAKEN: Stage.REPLY,
            State.ANSWERED: Stage.LOOK}.get(state)
