"""Joint meetings, and what becomes of what they decided."""

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu import audit, deadlines
from shuangliu.deadlines import Limit, Unit
from shuangliu.deadlines.models import Deadline, Step
from shuangliu.pages.conflict import Conflict

from ...models import Attendance, DecisionExtension, JointMeeting, MeetingDecision, MemberUnit

CLOCK = "decision"
State = MeetingDecision.State


@transaction.atomic
def hold(meeting: JointMeeting, *, by, at: datetime, fields: list[str], present: list[MemberUnit]) -> None:
    """Write down a meeting, new or changed. Asked were the units of the centre; those that came are `present`."""
    verb = "held" if meeting._state.adding else "edited"
    if meeting._state.adding:
        meeting.recorded_by = by
    meeting.save()
    asked = {row.unit_id: row for row in meeting.attendance.all()}
    came = {unit.pk for unit in present}
    for unit in MemberUnit.objects.filter(center=meeting.center, is_active=True):
        asked.setdefault(unit.pk, Attendance(meeting=meeting, unit=unit))
    for unit_id, row in asked.items():
        row.is_present = unit_id in came
        row.save()
    if verb == "held" or fields:
        audit.record(f"meeting.{verb}", meeting, by=by, at=at, fields=sorted(fields) if verb == "edited" else None)


@transaction.atomic
def decide(meeting: JointMeeting, *, by, at: datetime, uuid: uuid.UUID, text: str, unit: MemberUnit,
           due_on: date) -> MeetingDecision:
    """Write down what a unit shall do until a day; its clock runs. The same form sent twice makes one."""
    if sent := MeetingDecision.objects.filter(uuid=uuid).first():
        return sent
    decision = MeetingDecision(meeting=meeting, uuid=uuid, text=text, unit=unit, decided_at=at, due_at=at)
    decision.save()
    decision.due_at = _start(decision, due_on, at).due_at
    decision.save(update_fields=["due_at"])
    audit.record("meeting.decided", meeting, by=by, at=at, decision=decision.pk)
    return decision


@transaction.atomic
def finish(decision: MeetingDecision, *, by, at: datetime, result: str) -> None:
    """The unit has done it. Raises Conflict."""
    deadlines.stop(decision, at=at)  # clocks before the row, as the sweep does
    _end(decision, State.DONE, at, result)
    audit.record("meeting.decision-done", decision.meeting, by=by, at=at, decision=decision.pk)


@transaction.atomic
def drop(decision: MeetingDecision, *, by, at: datetime, reason: str) -> None:
    """It need not be done after all. Raises Conflict."""
    deadlines.cancel(decision, at=at)
    _end(decision, State.DROPPED, at, reason)
    audit.record("meeting.decision-dropped", decision.meeting, by=by, at=at, decision=decision.pk)


@transaction.atomic
def reopen(decision: MeetingDecision, *, by, at: datetime) -> None:
    """It was not done, or shall be done after all: with the date it had. Raises Conflict."""
    last = localdate(decision.due_at)
    is_ahead = last > localdate(at)
    if is_ahead:
        _start(decision, last, at)
    _change(decision, [State.DONE, State.DROPPED], state=State.OPEN, ended_at=None, result="",
            alert=Step.NONE if is_ahead else Step.OVERDUE)
    audit.record("meeting.decision-reopened", decision.meeting, by=by, at=at, decision=decision.pk)


@transaction.atomic
def extend(decision: MeetingDecision, *, by, at: datetime, due_on: date, reason: str) -> None:
    """Give it until a later day. Raises Conflict."""
    was = decision.due_at
    try:
        clock = deadlines.extend(decision, CLOCK, amount=(due_on - localdate(was)).days, at=at)
    except Deadline.DoesNotExist:  # reopened after its day
        clock = _start(decision, due_on, at)
    _change(decision, [State.OPEN], due_at=clock.due_at, alert=clock.step)
    DecisionExtension.objects.create(decision=decision, was_due_at=was, due_at=clock.due_at, reason=reason, by=by,
                                     at=at)
    audit.record("meeting.decision-extended", decision.meeting, by=by, at=at, decision=decision.pk, until=due_on)


def check_open(decision: MeetingDecision) -> None:
    """Raises Conflict where it has ended."""
    if decision.state != State.OPEN:
        raise Conflict(_("The decision is now “%(state)s”; that step is no longer possible.")
                       % {"state": decision.get_state_display()}, matter=decision)


def _start(decision: MeetingDecision, due_on: date, at: datetime) -> Deadline:
    days = (due_on - localdate(at)).days
    return deadlines.start(decision, CLOCK, limit=Limit(days, Unit.NATURAL_DAYS), at=at)


def _end(decision: MeetingDecision, state: str, at: datetime, result: str) -> None:
    _change(decision, [State.OPEN], state=state, ended_at=at, result=result)


def _change(decision: MeetingDecision, states: list[str], **changes) -> None:
    """Raises Conflict where somebody was faster: the decision is in none of `states`, or has another date."""
    unmoved = MeetingDecision.objects.filter(pk=decision.pk, state__in=states, due_at=decision.due_at)
    if unmoved.update(**changes) != 1:
        decision.refresh_from_db()
        raise Conflict(_("Somebody was faster: the decision is now “%(state)s”.")
                       % {"state": decision.get_state_display()}, matter=decision)
    for name, value in changes.items():
        setattr(decision, name, value)
