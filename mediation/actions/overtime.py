"""Whether the time of a case is over. That ends nothing by itself: people end a case."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from shuangliu import deadlines

from ..models.cases import Case
from ..models.limits import Kind
from ..models.rounds import FailedReason
from .moving import Refused

NOT_OVER = _("The time limit is not over yet.")


def is_over(case: Case, *, at: datetime) -> bool:
    """Has the running clock of mediation passed its end? A resting one has not."""
    return deadlines.running(case, Kind.MEDIATE).filter(paused_at=None, due_at__lt=at).exists()


def refuse_over_time(case: Case, reason: str, *, at: datetime) -> None:
    """Raises Refused where the time is given as reason before it is over."""
    if reason == FailedReason.OVER_TIME and not is_over(case, at=at):
        raise Refused(NOT_OVER, field="failed_reason")
