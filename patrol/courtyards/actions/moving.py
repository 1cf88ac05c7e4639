"""How every act moves a courtyard: row, clock, turn, trail and audit entry together or not at all."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu import audit, deadlines
from shuangliu.deadlines.models import Step
from shuangliu.pages.conflict import Conflict

from .. import news
from ..limits import REVIEWS, limit_of, months_after
from ..models import Courtyard, CourtyardMove, CourtyardRule
from ..states import CLOCK, TRANSITIONS, Act, Stage, State, Turn, allowed


class CourtyardMoved(Conflict):
    """Somebody was faster, or the courtyard is in a state that does not allow the act: the 409 page.

    `is_repeat`: the same person has just done the same act; nothing was lost.
    """

    def __init__(self, courtyard: Courtyard, act: str, by=None, why: str = ""):
        last = courtyard.moves.last()
        self.is_repeat = not why and bool(by and last) and (last.act, last.by_id) == (act, by.pk)
        super().__init__(why or _("“%(act)s” is no longer possible: the courtyard is now “%(state)s”.") % {
            "act": Act(act).label, "state": courtyard.get_state_display()}, matter=courtyard)


def check(courtyard: Courtyard, act: str, *, by=None) -> None:
    """Raises CourtyardMoved when the state of the courtyard does not allow `act`."""
    if not allowed(act, courtyard.state):
        raise CourtyardMoved(courtyard, act, by)


def locked(courtyard: Courtyard, act: str, *, by) -> Courtyard:
    """The row, held until the transaction ends: what an act reads beside it does not change under its hands."""
    row = Courtyard.objects.select_for_update(of=("self",)).get(pk=courtyard.pk)
    check(row, act, by=by)
    return row


@transaction.atomic
def move(courtyard: Courtyard, act: str, *, by, at: datetime, note: str = "", to: State | None = None,
         said: dict | None = None, **changes) -> Courtyard:
    """Do `act`: set `changes`, go on to the next state (`to` chooses among several), change clock and turn. `said` goes
    into the log. `courtyard` is brought up to date. Raises CourtyardMoved; then nothing has changed."""
    row = locked(courtyard, act, by=by)
    old, goal = row.state, TRANSITIONS[act][1]
    for name, value in {"state": to or (goal if isinstance(goal, State) else State(old)), **changes}.items():
        setattr(row, name, value)
    changes |= turn(row, old, at)
    Courtyard.objects.filter(pk=row.pk).update(state=row.state, **changes)
    write_down(row, act, by=by, at=at, old=old, note=note, **(said or {}))
    courtyard.refresh_from_db()
    return courtyard


def write_down(courtyard: Courtyard, act: str, *, by, at: datetime, old: str, note: str = "", **said) -> None:
    """The trail's line, the audit entry and the news of an act that has happened."""
    CourtyardMove.objects.create(courtyard=courtyard, act=act, from_state=old, to_state=courtyard.state, by=by, at=at,
                                 note=note)
    audit.record(f"courtyard.{act}", courtyard, by=by, at=at, **{"from": old, "to": courtyard.state, **said})
    news.tell(courtyard, act, by=by, at=at)


def turn(courtyard: Courtyard, old: str, at: datetime) -> dict:
    """Stop what has done its work, start what waits now, and say whose turn it is."""
    stage, until = CLOCK.get(courtyard.state), None
    if stage == Stage.FORM and not courtyard.lacking:
        stage = None  # nothing is lacking: nobody has to act
    if stage == Stage.WORKS:
        until = courtyard.plan.ends_on
    if stage == Stage.REVIEW and (until := next_review(courtyard)) is None:
        stage = None
    # From one review to the next the kind of the clock is the same, and yet it is another clock.
    if courtyard.state != old or stage is None:
        deadlines.stop(courtyard, at=at)
    if stage is None:
        changes = {"due_at": None, "alert": Step.NONE, "turn": ""}
    else:
        limit = limit_of(stage, rule=CourtyardRule.current(), today=localdate(at), until=until)
        clock = deadlines.start(courtyard, stage, limit=limit, at=at)
        changes = {"due_at": clock.due_at, "alert": clock.step, "turn": whose(courtyard)}
    for name, value in changes.items():
        setattr(courtyard, name, value)
    return changes


def whose(courtyard: Courtyard) -> Turn:
    """The town endorses a plan and looks at what is built, the county approves; all else is the community's."""
    if courtyard.state == State.VOTED:
        return Turn.COUNTY if courtyard.plan.endorsed_at else Turn.TOWN
    if courtyard.state == State.WORKS and is_finished(courtyard.plan):
        return Turn.TOWN
    return Turn.STATION


def is_finished(plan) -> bool:
    """Every item stands at 100 %."""
    progress = list(plan.items.values_list("progress", flat=True))
    return bool(progress) and min(progress) == 100


def next_review(courtyard: Courtyard):
    """The day of the review that is due next; None after the last."""
    plan = courtyard.plan
    done = set(plan.reviews.values_list("months", flat=True))
    left = [months for months in REVIEWS if months not in done]
    return months_after(plan.acceptance.inspected_on, left[0]) if left else None

