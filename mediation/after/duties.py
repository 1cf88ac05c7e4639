"""Opening and closing what has to be seen to, each with its clock. The acts call these; nobody else does."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.utils.timezone import localdate, localtime

from shuangliu import deadlines
from shuangliu.deadlines import Limit, Unit
from shuangliu.deadlines.models import Step

from ..models.cases import Case
from ..models.limits import Kind, TimeLimit
from ..models.rounds import Round
from .models import Duty, Performance, PerformanceStep
from .models.performance import Due, What

LATEST = timedelta(days=1)  # what was due before its time began, is due the day after


def open_duty(one: Round, kind: str, *, at: datetime, since: datetime | None = None, limit: Limit | None = None,
              performance: Performance | None = None) -> Duty:
    """Open a duty of the round; its limit, that of the kind unless given, runs from `since` (`at` unless given). One
    that is open already is returned as it is."""
    case = one.case
    duty, is_new = Duty.objects.get_or_create(
        round=one, kind=kind, performance=performance, done_at=None,
        defaults={"case": case, "area_key": key_of(case), "mediator_id": one.mediator_id, "due_at": at})
    if is_new:
        limit = limit or TimeLimit.objects.of(kind, case.category).limit
        duty.due_at = deadlines.start(duty, kind, limit=limit, at=since or at).due_at
        Duty.objects.filter(pk=duty.pk).update(due_at=duty.due_at)
    return duty


def key_of(case: Case) -> int:
    """Where the desk sits that sees to it: a case that went to a centre elsewhere is followed up there."""
    return case.area_key if case.host_key is None else case.host_key


def close(duties: Iterable[Duty], *, at: datetime, is_void: bool = False) -> None:
    """They are done, or (`is_void`) need not be done any more. Doing it again changes nothing."""
    for duty in duties:
        (deadlines.cancel if is_void else deadlines.stop)(duty, at=at)
        Duty.objects.filter(pk=duty.pk, done_at=None).update(done_at=at, is_void=is_void)


def of(one: Round, *kinds: str):
    """The open duties of a round, of these kinds or of all."""
    found = one.duties.open()
    return found.filter(kind__in=kinds) if kinds else found


def after_agreement(one: Round, *, at: datetime) -> None:
    """What follows from an agreement: its signatures where it is written; else it is in effect."""
    open_duty(one, Kind.ARCHIVE, at=at)
    if one.waits_for_signatures:
        open_duty(one, Kind.SIGN, at=at)
        plan_follow_up(one, at=at)
    else:
        take_effect(one, at=at)


def after_failure(one: Round, *, at: datetime) -> None:
    """A case without agreement is filed too; who likes may ask the parties how it goes on."""
    open_duty(one, Kind.ARCHIVE, at=at)


def take_effect(one: Round, *, at: datetime) -> None:
    """The agreement is in effect: performances fall due, and the court can be applied to for thirty days."""
    close(of(one, Kind.SIGN), at=at)
    for item in one.performances.filter(state=Due.OWED, due_at=None):
        fall_due(item, one, at=at)
    if may_be_confirmed(one):
        open_duty(one, Kind.CONFIRM, at=at, since=one.effective_at)
    plan_follow_up(one, at=at)


def may_be_confirmed(one: Round) -> bool:
    """Written, in effect, not made by a court, and of no kind that courts confirm nothing of."""
    case = one.case
    return (one.agreement_form == "written" and one.effective_at is not None and case.category.is_confirmable
            and case.channel != "judicial")


def fall_due(item: Performance, one: Round, *, at: datetime) -> None:
    """An item of an agreement in effect gets the moment by which it is due, once, and somebody to see to it."""
    agreed_on = item.day
    if agreed_on is None:
        duty = open_duty(one, Kind.PERFORM, at=at, since=one.effective_at, performance=item)
    else:
        days = max(agreed_on - localdate(at), LATEST).days
        usual = TimeLimit.objects.of(Kind.PERFORM, one.case.category).limit  # it warns as others do
        duty = open_duty(one, Kind.PERFORM, at=at, limit=Limit(days, Unit.NATURAL_DAYS, usual.warn_days),
                         performance=item)
    if item.due_at is None:
        item.due_at = duty.due_at
        item.save(update_fields=["due_at"])


def press(item: Performance, one: Round, *, at: datetime) -> None:
    """What is not kept does not wait for its day."""
    for duty in of(one, Kind.PERFORM).filter(performance=item):
        deadlines.stop(duty, at=at)
        Duty.objects.filter(pk=duty.pk, done_at=None, due_at__gt=at).update(due_at=at, alert=Step.OVERDUE)


def plan_follow_up(one: Round, *, at: datetime) -> None:
    """Fifteen days after the agreement, or after the last performance (domain.md §5.2). Planned anew when that moves;
    what was done stays done."""
    if one.duties.filter(kind=Kind.FOLLOW_UP, done_at__isnull=False, is_void=False).exists():
        return
    since = max([one.ended_at, *_last_days(one)])
    limit = TimeLimit.objects.of(Kind.FOLLOW_UP, one.case.category).limit
    planned = of(one, Kind.FOLLOW_UP).first()
    if planned is not None:
        clock = deadlines.running(planned).first()
        if clock is not None and localdate(clock.started_at) == localdate(since):
            return
        close([planned], at=at, is_void=True)
    open_duty(one, Kind.FOLLOW_UP, at=at, since=since, limit=limit)


def _last_days(one: Round) -> list[datetime]:
    """When each item was, or is to be, performed."""
    zone = localtime().tzinfo
    days = (item.done_on or item.day for item in one.performances.filter(state__in=[Due.OWED, Due.PERFORMED]))
    return [datetime.combine(day, time(), zone) for day in days if day]


def end_round(one: Round, *, by, at: datetime) -> None:
    """Another round takes the place of this one: nothing of it has to be seen to any more. What was still owed by it
    stays readable."""
    close(of(one), at=at, is_void=True)
    replaced = list(one.performances.open())
    PerformanceStep.objects.bulk_create(
        PerformanceStep(performance=item, what=What.SUPERSEDED, on=localdate(at), at=at, by=by) for item in replaced)
    Performance.objects.filter(pk__in=[item.pk for item in replaced]).update(state=Due.SUPERSEDED)
