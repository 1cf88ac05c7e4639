"""How long an answer may take: until the day that was named, else as the table DemandLimit says."""

from shuangliu.deadlines import Limit, Unit

from ..models import DemandLimit
from .states import Kind, Stage

_DAY, _TWO_HOURS = Limit(1, Unit.WORKING_DAYS), Limit(2, Unit.NATURAL_HOURS)

# (kind, stage): limit, limit of urgent ones; what holds until somebody says otherwise in the admin. Those of whistles
# are domain.md §5.1.2; the others are ours: nothing that waits is without a limit.
DEFAULTS: dict[tuple[Kind, Stage], tuple[Limit, Limit]] = {
    (Kind.EXTENSION, Stage.REPLY): (_DAY, _TWO_HOURS),
    (Kind.SUSPENSION, Stage.REPLY): (_DAY, _DAY),
    (Kind.SUPERVISION, Stage.REPLY): (Limit(2, Unit.WORKING_DAYS), Limit(4, Unit.NATURAL_HOURS)),
    (Kind.SUPERVISION, Stage.LOOK): (Limit(2, Unit.WORKING_DAYS), _DAY),
    (Kind.WHISTLE, Stage.PASS): (Limit(4, Unit.WORK_HOURS), Limit("0.5", Unit.NATURAL_HOURS)),
    (Kind.WHISTLE, Stage.REPLY): (_DAY, _TWO_HOURS),
    (Kind.WHISTLE, Stage.RESULT): (Limit(3, Unit.WORKING_DAYS), Limit(24, Unit.NATURAL_HOURS)),
    (Kind.WHISTLE, Stage.LOOK): (Limit(3, Unit.WORKING_DAYS), _DAY),
    (Kind.TASK, Stage.REPLY): (Limit(2, Unit.WORKING_DAYS), Limit(12, Unit.NATURAL_HOURS)),
}


def limit_of(demand, stage: Stage) -> Limit:
    """The limit of a stage as it stands today; a running clock keeps the one it began with."""
    is_urgent = demand.is_urgent
    row = DemandLimit.objects.filter(kind=demand.kind, stage=stage, is_urgent=is_urgent).first()
    return row.limit if row else DEFAULTS[Kind(demand.kind), stage][is_urgent]
