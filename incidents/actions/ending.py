"""Closing, and what the reporter thinks of it."""

from datetime import datetime

from django.db import transaction

from shuangliu import deadlines

from ..models import Incident
from ..states import Act
from .moving import move


def close(incident: Incident, *, by, at: datetime, note: str = "") -> None:
    """Settled and checked; the reporter may now judge."""
    move(incident, Act.CLOSE, by=by, at=at, note=note, closed_by=by, closed_at=at)


def judge(incident: Incident, *, by, at: datetime, satisfaction: str, comment: str = "") -> None:
    """The reporter's word on it."""
    move(incident, Act.JUDGE, by=by, at=at, note=comment, satisfaction=satisfaction, judgement=comment, judged_at=at,
         detail={"satisfaction": satisfaction})


@transaction.atomic
def lapse(incident: Incident, *, at: datetime) -> None:
    """Nobody has judged in time: it stays closed and waits for nobody any more."""
    move(incident, Act.LAPSE, by=None, at=at, due_at=None)
    deadlines.cancel(incident, at=at)
