"""Closing, what the reporter thinks of it, and opening it again."""

from datetime import datetime, timedelta

from django.db import transaction

from shuangliu import deadlines

from ..models import Incident, LoopRule
from ..states import Act
from .moving import move


@transaction.atomic
def close(incident: Incident, *, by, at: datetime, note: str = "") -> None:
    """Settled and checked; the reporter may now judge."""
    move(incident, Act.CLOSE, by=by, at=at, note=note, closed_by=by, closed_at=at,
         first_closed_at=incident.first_closed_at or at)


@transaction.atomic
def clear(incident: Incident, *, at: datetime) -> None:
    """Settled on the spot, not drawn for a check, and nobody had a doubt while the check limit ran."""
    move(incident, Act.CLEAR, by=None, at=at, closed_at=at, first_closed_at=incident.first_closed_at or at)


@transaction.atomic
def judge(incident: Incident, *, by, at: datetime, satisfaction: str, comment: str = "") -> None:
    """The reporter's word on it."""
    move(incident, Act.JUDGE, by=by, at=at, note=comment, satisfaction=satisfaction, judgement=comment, judged_at=at,
         detail={"satisfaction": satisfaction})


@transaction.atomic
def lapse(incident: Incident, *, at: datetime) -> None:
    """Nobody has judged in time: it stays closed and waits for nobody any more."""
    move(incident, Act.LAPSE, by=None, at=at, due_at=None)
    deadlines.cancel(incident, at=at)


@transaction.atomic
def reopen(incident: Incident, *, by, at: datetime, reason: str) -> None:
    """It was not settled, or it came back: the owning desk dispatches it anew, with new limits. What the reporter
    said of the first time stays said."""
    move(incident, Act.REOPEN, by=by, at=at, note=reason, reopened_at=at, reopened_count=incident.reopened_count + 1,
         closed_at=None, closed_by=None, verified_by=None, resolved_by=None, resolved_at=None, handler=None,
         department_id=None, handle_due_at=None, case=None, self_handled_at=None, is_sampled=False, is_decided=False,
         detail={"reopened": incident.reopened_count + 1})


def may_be_reopened(incident: Incident, at: datetime) -> bool:
    """Within 30 days of closing, or as many as the county has set (domain.md §5.1.1)."""
    if incident.closed_at is None:
        return False
    return at <= incident.closed_at + timedelta(days=LoopRule.current().reopen_days)
