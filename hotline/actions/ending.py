"""The end of a ticket: the reply is read, the caller asked, and once it is done again."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from incidents import actions as incidents
from incidents.models import Incident
from incidents.states import State as IncidentState
from shuangliu.deadlines import Unit
from shuangliu.deadlines.calendars import current
from shuangliu.deadlines.worktime import after
from shuangliu.pages.conflict import Conflict

from ..discretion import unnamed
from ..models import CallBack, Ticket
from ..states import Act, State
from .moving import TicketMoved, check, move

MOST_TRIES = 3  # calls that nobody answers before it is closed as not reached
TRIED_AGAIN = 3  # work hours after one of them
REOPEN_DAYS = 30
UNSATISFIED = Incident.Satisfaction.UNSATISFIED


@transaction.atomic
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
    """The reply is none: it is done again, in half the time; what was done again before is decided anew."""
    check(ticket, Act.SEND_BACK, by=by)
    move(ticket, Act.SEND_BACK, by=by, at=at, note=reason, **_again(ticket, by=by, at=at, reason=reason))


@transaction.atomic
def call_back(ticket: Ticket, *, by, at: datetime, result: str, satisfaction: str = "", note: str = "") -> None:
    """回访. Reached: what they said counts. Not reached: tried again some hours later, three times in all. Not
    satisfied: once more, in half the time; after that it is closed as it is. What the supervisor sent back before is
    not that once: the supervisor decides then who does it.

    Raises TicketMoved, and Conflict for a try in vain right after another.
    """
    check(ticket, Act.CALL_BACK, by=by)
    is_in_vain = result == CallBack.Result.UNREACHABLE
    if is_in_vain and _is_too_soon(ticket, at):
        raise Conflict(_("It was tried a moment ago. Please try again later."), matter=ticket)
    CallBack.objects.create(ticket=ticket, result=result, satisfaction=satisfaction, note=note, by=by, at=at)
    if is_in_vain and tries(ticket) < MOST_TRIES:
        move(ticket, Act.CALL_BACK, by=by, at=at, note=note, to=State.FOLLOW_UP)
        ticket.call_after = after(at, TRIED_AGAIN, Unit.WORK_HOURS, current())
        Ticket.objects.filter(pk=ticket.pk).update(call_after=ticket.call_after)
    else:
        _conclude(ticket, Act.CALL_BACK, by=by, at=at, satisfaction=satisfaction, words=note)


@transaction.atomic
def judge(ticket: Ticket, *, at: datetime, satisfaction: str, comment: str = "") -> None:
    """评价. The caller's own word, by number and code."""
    check(ticket, Act.JUDGE)
    _conclude(ticket, Act.JUDGE, by=None, at=at, satisfaction=satisfaction, words=comment)


@transaction.atomic
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
        raise TicketMoved(ticket, Act.REOPEN, by)
    move(ticket, Act.REOPEN, by=by, at=at, note=reason, closed_at=None, **_again(ticket, by=by, at=at, reason=reason))


def may_be_reopened(ticket: Ticket, at: datetime) -> bool:
    return ticket.closed_at is not None and at <= ticket.closed_at + timedelta(days=REOPEN_DAYS) and (
        ticket.state in (State.CLOSED, State.ANSWERED))


def tries(ticket: Ticket) -> int:
    """How often nobody answered since the present reply was passed."""
    passed = ticket.moves.filter(act=Act.REVIEW).last()
    calls = ticket.call_backs.filter(result=CallBack.Result.UNREACHABLE)
    return (calls.filter(at__gte=passed.at) if passed else calls).count()


def _is_too_soon(ticket: Ticket, at: datetime) -> bool:
    """Whether it was tried in vain a moment ago, by whomever: locked, so that two who try at once count as one."""
    not_before = Ticket.objects.select_for_update().values_list("call_after", flat=True).get(pk=ticket.pk)
    return not_before is not None and at < not_before


def _conclude(ticket: Ticket, act: Act, *, by, at: datetime, satisfaction: str, words: str) -> None:
    # Who is not reached any more has said before what they think, or nothing.
    said = {"satisfaction": satisfaction, "judgement": words[:500], "judged_at": at} if satisfaction else {}
    if satisfaction == UNSATISFIED and not _was_heard(ticket):
        move(ticket, act, by=by, at=at, note=words, closed_at=None, **said,
             **_again(ticket, by=by, at=at, reason=words))
        return
    incident = ticket.incident
    # An incident that somebody of the staff reported is theirs to judge.
    if satisfaction and incident and incident.state == IncidentState.CLOSED and incident.reporter_id is None:
        incidents.judge(incident, by=by, at=at, satisfaction=satisfaction, comment=unnamed(ticket, words)[:500])
    move(ticket, act, by=by, at=at, note=words, to=State.CLOSED, closed_at=at, **said)


def _was_heard(ticket: Ticket) -> bool:
    """Whether it was done again because the caller said so, which is once (domain.md §5.3). What the supervisor sent
    back, the caller never heard."""
    words = ticket.moves.filter(act__in=(Act.CALL_BACK, Act.JUDGE, Act.REOPEN))
    return words.filter(to_state__in=(State.REWORK, State.RETURNED)).exists()


def _again(ticket: Ticket, *, by, at: datetime, reason: str) -> dict:
    """Open the incident again where that is still possible and was not done before; else the hotline's supervisor
    decides. What of the ticket changes with it."""
    incident = ticket.goes_on_in
    done_again = {"rework_count": ticket.rework_count + 1}
    if incident is None or ticket.rework_count or not incidents.may_be_reopened(incident, at):
        return {**done_again, "to": State.RETURNED, "is_with_lead": True}
    incidents.reopen(incident, by=by, at=at, reason=unnamed(ticket, reason)[:500])
    return {**done_again, "to": State.REWORK}
