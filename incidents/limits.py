"""How long a stage may take: of the category while it is handled, of the table StageLimit otherwise."""

from datetime import datetime

from shuangliu.deadlines import Limit, Unit
from shuangliu.deadlines.calendars import current
from shuangliu.deadlines.moments import moments

from .models import Incident, StageLimit
from .states import Stage

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
    (Stage.EVALUATION, False): Limit(5, Unit.WORKING_DAYS),
    (Stage.EVALUATION, True): Limit(5, Unit.WORKING_DAYS),
}


def limit_of(incident: Incident, stage: Stage) -> Limit:
    """The limit of a stage of this incident as it stands today; running clocks keep the one they began with."""
    if stage == Stage.HANDLE:
        return incident.category.handle_limit
    row = StageLimit.objects.filter(stage=stage, is_urgent=incident.is_urgent).first()
    return row.limit if row else DEFAULTS[stage, incident.is_urgent]


def due_after(limit: Limit, at: datetime) -> datetime:
    """When a clock started at `at` will be due."""
    return moments(at, limit.span, limit, current()).due_at
