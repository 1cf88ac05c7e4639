"""What becomes of a demand: granted or refused, taken on, answered, sent back, concluded, rated, taken back.

The row of the incident is locked before that of the demand, as by every act on the incident itself.
"""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import attachments, deadlines
from shuangliu.deadlines import Limit
from shuangliu.deadlines.models import Step
from shuangliu.pages.conflict import Conflict

from ..actions.handling import extend
from ..actions.moving import said_of, write_down
from ..actions.suspending import suspend
from ..limits import until_day
from ..models import Demand, Incident
from ..states import Act
from .limits import limit_of
from .states import STEPS, Kind, State, clock_of


class DemandMoved(Conflict):
    """Somebody was faster. `is_repeat`: the same person has just done the same; nothing was lost."""

    def __init__(self, demand: Demand, act: str, by):
        last = demand.moves.select_related("by").last()
        self.is_repeat = bool(by) and (last.act, last.by_id) == (act, by.pk)
        super().__init__(
            _("“%(act)s” is no longer possible: %(who)s has done “%(last)s” on %(at)s, and the request is now "
              "“%(state)s”.") % said_of(last, act, demand.get_state_display()),
            matter=demand,
        )


@transaction.atomic
def grant(demand: Demand, *, by, at: datetime, note: str = "", review_on: date | None = None) -> None:
    """Yes: the limit is extended, or the matter rests until the day asked for, or another one. Raises ValidationError
    where handling would take too long in all."""
    changes = {"review_on": review_on} if review_on else {}
    incident = _advance(demand, Act.GRANT, by=by, at=at, note=note, is_granted=True, **changes,
                        **_answered(by, at, note), **_ended(by, at))
    if demand.kind == Kind.EXTENSION:
        extend(incident, by=by, at=at, amount=demand.amount, reason=demand.text)
    else:
        suspend(incident, by=by, at=at, review_on=demand.review_on, reason=demand.text)


def refuse(demand: Demand, *, by, at: datetime, reason: str) -> None:
    """No, and why."""
    _advance(demand, Act.REFUSE, by=by, at=at, note=reason, is_granted=False, **_answered(by, at, reason),
             **_ended(by, at))


def pass_on(demand: Demand, *, by, at: datetime, note: str = "") -> None:
    """What a workstation blew reaches the department now, and its limit begins."""
    _advance(demand, Act.PASS_ON, by=by, at=at, note=note, reached=demand.department)


def take(demand: Demand, *, by, at: datetime, note: str = "") -> None:
    """Seen and taken on; of a whistle: we are coming."""
    yes = {"is_granted": True} if demand.kind == Kind.WHISTLE else {}
    _advance(demand, Act.TAKE, by=by, at=at, note=note, taken_by=by, taken_at=at, **yes)


def decline(demand: Demand, *, by, at: datetime, reason: str) -> None:
    """A task that is not ours; a call that we cannot follow, which the caller rates."""
    ends = _ended(by, at) if demand.kind == Kind.TASK else {}
    _advance(demand, Act.DECLINE, by=by, at=at, note=reason, is_granted=False, **_answered(by, at, reason), **ends)


@transaction.atomic
def progress(demand: Demand, *, by, at: datetime, note: str) -> None:
    """How far it is. As often as there is something to say; the same words twice are said once."""
    last = demand.moves.last()
    if (last.act, last.by_id, last.note) != (Act.PROGRESS, by.pk, note):
        _advance(demand, Act.PROGRESS, by=by, at=at, note=note)


@transaction.atomic
def arrive(demand: Demand, *, by, at: datetime, note: str = "") -> None:
    """The department is there (报到)."""
    _advance(demand, Act.ARRIVE, by=by, at=at, note=note, once="arrived_at", arrived_at=at)


@transaction.atomic
def answer(demand: Demand, *, by, at: datetime, reply: str, draft: UUID | None = None) -> None:
    """What was done; files staged under `draft` show it, on the page of the incident."""
    ends = _ended(by, at) if demand.kind == Kind.TASK else {}
    incident = _advance(demand, Act.ANSWER, by=by, at=at, note=reply, **_answered(by, at, reply), **ends)
    if draft:
        attachments.claim(draft, incident, by=by)


def send_back(demand: Demand, *, by, at: datetime, reason: str, reply_by: date) -> None:
    """The answer will not do: another one by a new date."""
    _advance(demand, Act.SEND_BACK, by=by, at=at, note=reason, limit=until_day(at, reply_by), answered_by=None,
             answered_at=None, answer="")


def conclude(demand: Demand, *, by, at: datetime, note: str = "") -> None:
    """The answer will do."""
    _advance(demand, Act.CONCLUDE, by=by, at=at, note=note, comment=note, **_ended(by, at))


def rate(demand: Demand, *, by, at: datetime, rating: int, comment: str = "") -> None:
    """What the caller thinks of how this department came."""
    _advance(demand, Act.RATE, by=by, at=at, note=comment, rating=rating, comment=comment, **_ended(by, at))


def take_back(demand: Demand, *, by, at: datetime, reason: str) -> None:
    """Asked in error, or no longer needed."""
    _advance(demand, Act.TAKE_BACK, by=by, at=at, note=reason, **_ended(by, at))


def _answered(by, at: datetime, words: str) -> dict:
    return {"answered_by": by, "answered_at": at, "answer": words}


def _ended(by, at: datetime) -> dict:
    return {"ended_by": by, "ended_at": at}


@transaction.atomic
def _advance(demand: Demand, act: Act, *, by, at: datetime, note: str = "", reached=None, once: str = "",
             limit: Limit | None = None, **changes) -> Incident:
    """Do `act`: state, clock, timeline and audit entry together or not at all. `demand` is brought up to date; returns
    its incident, locked. Raises DemandMoved when the state does not allow it, or when the field `once` is filled."""
    incident = Incident.objects.select_for_update(of=("self",)).select_related("category").get(pk=demand.incident_id)
    fresh = Demand.objects.select_for_update(of=("self",)).get(pk=demand.pk)
    step = STEPS.get((Kind(fresh.kind), act))
    if step is None or fresh.state not in step.sources or (once and getattr(fresh, once)):
        raise DemandMoved(fresh, act, by)
    was, fresh.incident, demand.incident = clock_of(fresh.kind, fresh.state), incident, incident
    changes["state"] = step.target or State(fresh.state)
    for row in (fresh, demand):
        for name, value in changes.items():
            setattr(row, name, value)
    if (stage := clock_of(fresh.kind, fresh.state)) != was:
        for row in (fresh, demand):
            row.due_at, row.alert = None, Step.NONE
        (deadlines.cancel if act == Act.TAKE_BACK else deadlines.stop)(fresh, at=at)
        if stage:
            clock = deadlines.start(fresh, stage, limit=limit or limit_of(fresh, stage), at=at)
            fresh.due_at = demand.due_at = clock.due_at
    fresh.save(update_fields=[*changes, "due_at", "alert"])
    incident.moved_at = at  # what is worked on in answers does not sleep
    incident.save(update_fields=["moved_at"])
    write_down(incident, act, by=by, at=at, old=incident.state, note=note, department=reached, demand=fresh)
    return incident
