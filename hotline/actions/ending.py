"""The end of a ticket: the reply is read, the caller asked, and once it is done again."""

from datetime import datetime, timedelta

from django.db import transaction

from incidents import actions as incidents
from incidents.models import Incident
from incidents.states import State as IncidentState

from ..models import CallBack, Ticket
from ..states import Act, State
from .moving import check, move

MOST_TRIES = 3  # calls that nobody answers before it is closed as not reached
REOPEN_DAYS = 30


def review(ticket: Ticket, *, by, at: datetime, answer: str = "") -> None:
    """复核. The reply answers what was asked. Whoever left no number cannot be called: it is closed, and can be judged
    by number and code."""
    words = {"answer": answer} if answer else {}
    if ticket.caller_id:
        move(ticket, Act.REVIEW, by=by, at=at, to=State.FOLLOW_UP, **words)
    else:
        move(ticket, Act.REVIEW, by=by, at=at, to=State.CLOSED, closed_at=at, **words)


@transaction.atomic
def send_back(ticket: Ticket, *, by, at: datetime, reason: str) -> None:
    """The reply is none: it is done again, in half the time."""
    check(ticket, Act.SEND_BACK)
    to = _again(ticket, by=by, at=at, reason=reason)
    if to != State.REWORK:
        from .following import come_back

        come_back(ticket, at=at, reason=reason)
        return
    move(ticket, Act.SEND_BACK, by=by, at=at, note=reason, rework_count=ticket.rework_count + 1)


@transaction.atomic
def call_back(ticket: Ticket, *, by, at: datetime, result: str, satisfaction: str = "", note: str = "") -> None:
    """回访. Reached: what they said counts. Not reached: tried again, three times in all. Not satisfied: once more, in
    half the time; after that it is closed as it is."""
    check(ticket, Act.CALL_BACK)
    CallBack.objects.create(ticket=ticket, result=result, satisfaction=satisfaction, note=note, by=by, at=at)
    if result == CallBack.Result.UNREACHABLE and _tries(ticket) < MOST_TRIES:
        move(ticket, Act.CALL_BACK, by=by, at=at, note=note, to=State.FOLLOW_UP)
    else:
        _conclude(ticket, Act.CALL_BACK, by=by, at=at, satisfaction=satisfaction, words=note)


@transaction.atomic
def judge(ticket: Ticket, *, at: datetime, satisfaction: str, comment: str = "") -> None:
    """评价. The caller's own word, by number and code."""
    check(ticket, Act.JUDGE)
    _conclude(ticket, Act.JUDGE, by=None, at=at, satisfaction=satisfaction, words=comment)


def remark(ticket: Ticket, *, at: datetime, words: str) -> None:
    """补充. The caller adds something while it is being handled. The same words sent twice are one remark."""
    last = ticket.moves.filter(act=Act.REMARK).last()
    if last is None or last.note != words:
        move(ticket, Act.REMARK, by=None, at=at, note=words)


@transaction.atomic
def reopen(ticket: Ticket, *, by, at: datetime, reason: str) -> None:
    """It was not settled, or it came back, within 30 days. The first time it is done again at once, later the
    supervisor decides. Raises TicketMoved, also when it is too late."""
    if not may_be_reopened(ticket, at):
        check(ticket, Act.RECEIVE)  # nothing leads there any more
    to = _again(ticket, by=by, at=at, reason=reason)
    move(ticket, Act.REOPEN, by=by, at=at, note=reason, to=to, closed_at=None,
         **({"rework_count": ticket.rework_count + 1} if to == State.REWORK else {"is_with_lead": True}))


def may_be_reopened(ticket: Ticket, at: datetime) -> bool:
    return ticket.closed_at is not None and at <= ticket.closed_at + timedelta(days=REOPEN_DAYS) and (
        ticket.state in (State.CLOSED, State.ANSWERED))


def _conclude(ticket: Ticket, act: Act, *, by, at: datetime, satisfaction: str, words: str) -> None:
    said = {"satisfaction": satisfaction, "judgement": words[:500]}
    if satisfaction == Incident.Satisfaction.UNSATISFIED and not ticket.rework_count:
        to = _again(ticket, by=by, at=at, reason=words)
        again = {"rework_count": 1} if to == State.REWORK else {"is_with_lead": True}
        move(ticket, act, by=by, at=at, note=words, to=to, closed_at=None, **said, **again)
        return
    incident = ticket.incident
    if satisfaction and incident and incident.state == IncidentState.CLOSED:
        incidents.judge(incident, by=by, at=at, satisfaction=satisfaction, comment=words)
    move(ticket, act, by=by, at=at, note=words, to=State.CLOSED, closed_at=at, **said)


def _again(ticket: Ticket, *, by, at: datetime, reason: str) -> State:
    """Open the incident again where that is still possible and was not done before; else the hotline decides."""
    incident = ticket.incident
    if incident is None or ticket.rework_count or not incidents.may_be_reopened(incident, at):
        return State.RETURNED
    incidents.reopen(incident, by=by, at=at, reason=reason)
    return State.REWORK


def _tries(ticket: Ticket) -> int:
    return ticket.call_backs.filter(result=CallBack.Result.UNREACHABLE).count()
