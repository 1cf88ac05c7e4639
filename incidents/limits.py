"""How long a stage may take: of the category while it is handled, of the table StageLimit otherwise."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

from django.utils.timezone import localdate

from shuangliu import deadlines
from shuangliu.deadlines import Limit, Unit
from shuangliu.deadlines.calendars import current
from shuangliu.deadlines.moments import moments
from shuangliu.deadlines.worktime import after
from shuangliu.pages.remembered import Remembered

from .models import Incident, LoopRule, StageLimit
from .states import Act, Stage


class Rest(NamedTuple):
    began_at: datetime
    ended_at: datetime


# (stage, urgent): what holds until somebody says otherwise in the admin (domain.md §5.1.3; acceptance, dispatch
# and signing of urgent ones add up to its two hours of response). Closing and the urgent rows of check and
# evaluation are ours: no state waits without a limit.
DEFAULTS: dict[tuple[Stage, bool], Limit] = {
    (Stage.ACCEPT, False): Limit(4, Unit.WORK_HOURS),
    (Stage.ACCEPT, True): Limit("0.5", Unit.NATURAL_HOURS),
    (Stage.DISPATCH, False): Limit(4, Unit.WORK_HOURS),
    (Stage.DISPATCH, True): Limit("0.5", Unit.NATURAL_HOURS),
    (Stage.SIGN, False): Limit(4, Unit.WORK_HOURS),
    (Stage.SIGN, True): Limit(1, Unit.NATURAL_HOURS),
    (Stage.CHECK, False): Limit(1, Unit.WORKING_DAYS),
    (Stage.CHECK, True): Limit(1, Unit.WORKING_DAYS),
    (Stage.CLOSE, False): Limit(1, Unit.WORKING_DAYS),
    (Stage.CLOSE, True): Limit(1, Unit.WORKING_DAYS),
    # 挂账 rests until the day that was named; this is what each tier above has when that day has passed.
    (Stage.REVIEW, False): Limit(3, Unit.WORKING_DAYS),
    (Stage.REVIEW, True): Limit(1, Unit.WORKING_DAYS),
    (Stage.EVALUATION, False): Limit(5, Unit.WORKING_DAYS),
    (Stage.EVALUATION, True): Limit(5, Unit.WORKING_DAYS),
}
# The rows that the county has written.
OF_COUNTY = Remembered(lambda: {(row.stage, row.is_urgent): row.limit for row in StageLimit.objects.all()}, StageLimit)


def limit_of(incident: Incident, stage: Stage) -> Limit:
    """The limit of a stage of this incident as it stands today; running clocks keep the one they began with."""
    if stage == Stage.HANDLE:
        return incident.category.handle_limit
    key = stage, incident.is_urgent
    return OF_COUNTY().get(key) or DEFAULTS[key]


def until_day(at: datetime, day: date) -> Limit:
    """The limit of a clock started at `at` that shall be due by the end of `day`. Raises ValueError for today and
    before."""
    return Limit((day - localdate(at)).days, Unit.NATURAL_DAYS)


def extended_due(incident: Incident, amount: int | Decimal) -> datetime:
    """When handling would be due with so much more of the unit that its clock counts in."""
    return after(incident.due_at, amount, deadlines.running(incident, Stage.HANDLE).get().limit.unit, current())


def last_moment(incident: Incident) -> datetime:
    """The end of the longest handling there may be, time suspended not counted (domain.md §5.1.3: 15 W in all)."""
    most = due_after(Limit(LoopRule.current().most_days, Unit.WORKING_DAYS), incident.reported_at)
    rested = sum((rest.ended_at - rest.began_at for rest in rests(incident)), timedelta())
    return most + rested


def rests(incident: Incident) -> list[Rest]:
    """The times it was suspended, from its timeline."""
    moves = incident.moves.filter(act__in=[Act.SUSPEND, Act.RESUME]).values_list("at", flat=True)
    return [Rest(began, ended) for began, ended in zip(moves[::2], moves[1::2], strict=False)]


def due_after(limit: Limit, at: datetime) -> datetime:
    """When a clock started at `at` will be due."""
    return moments(at, limit.span, limit, current()).due_at
