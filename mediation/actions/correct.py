"""Putting right what was registered."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from shuangliu import audit, deadlines
from shuangliu.deadlines.models import Step

from ..models import Case, DisputeCategory, TimeLimit
from ..models.limits import Kind
from ..states import Act, State
from .moving import Refused, check, move

EARLY = ("scale", "people")  # where it goes is decided by them, when it is taken on
NEEDS_REASON = _("It has been taken on: a correction needs a reason.")


@transaction.atomic
def correct_case(case: Case, *, by, at: datetime, changes: dict, reason: str = "") -> None:
    """Put right title, place, facts or category, until mediation has ended for the first time; once it is taken on with
    a reason. Another category before that gives the decision its own limit, and the rules look at it when it is taken
    on; afterwards limit and organisation stay. The log says which fields, and nothing of what stands in them. Raises
    CaseMoved, Refused."""
    check(case, Act.CORRECT)
    is_early = case.state == State.REGISTERED
    changes = {name: value for name, value in changes.items()
               if getattr(case, name) != value and (is_early or name not in EARLY)}
    if not changes:
        return
    if not (is_early or reason):
        raise Refused(NEEDS_REASON, field="reason")
    if is_early and "category" in changes:
        changes |= _limit_anew(case, changes["category"], at=at)
    move(case, Act.CORRECT, to=case.state, **changes)
    audit.record("case.corrected", case, by=by, at=at, fields=sorted(changes.keys() - {"due_at", "alert"}), why=reason)


def _limit_anew(case: Case, category: DisputeCategory, *, at: datetime) -> dict:
    """The decision has as long as such disputes have, counted from when its clock began; what that changes in the
    row."""
    clock = deadlines.running(case, Kind.TRIAGE).first()
    limit = TimeLimit.objects.of(Kind.TRIAGE, category).limit
    if clock is None or clock.limit == limit:
        return {}
    deadlines.cancel(case, at=at, kind=Kind.TRIAGE)
    return {"due_at": deadlines.start(case, Kind.TRIAGE, limit=limit, at=clock.started_at).due_at, "alert": Step.NONE}
