"""To ask: for an extension or a suspension, for an answer (督办), for a department to come (吹哨), for help.

Each is an act on the incident, whose row is locked: the second of two who ask at once reads who was faster.
"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from grids.jurisdiction import posts_for
from grids.roles import Role
from shuangliu import deadlines
from shuangliu.deadlines import Limit
from shuangliu.pages.conflict import Conflict

from ..actions import moving
from ..limits import due_after, until_day
from ..models import Demand, Incident
from ..states import Act, Stage
from ..whereabouts import acting_tier
from .limits import limit_of
from .rights import TOP, has_it, may_ask
from .states import ALIVE, DECIDED_ABOVE, OPENED_BY, Kind, Sort, State, clock_of


def is_pending(incident: Incident, act: str) -> bool:
    """Whether the same has been asked already and waits for its answer. Orders and calls may go to several."""
    kind = OPENED_BY.get(act)
    return kind in DECIDED_ABOVE and any(alive(incident, kind))


def alive(incident: Incident, kind: str) -> list[Demand]:
    """What of this kind has been asked and is not over; the same is not asked twice of the same."""
    return [demand for demand in incident.asked if demand.kind == kind and demand.state in ALIVE]


def obstacle(incident: Incident, act: str, at: datetime) -> str:
    """Why it is not (or no longer) to be asked, in words; empty when it is. domain.md §5.1.3: once, before expiry."""
    if act != Act.ASK_EXTENSION:
        return ""
    if incident.due_at is None or incident.due_at <= at:
        return _("The time limit has passed. An extension is asked for before it does.")
    if any(demand.kind == Kind.EXTENSION and demand.is_granted and demand.round == incident.reopened_count
           for demand in incident.asked):
        return _("It was extended once already. If it cannot be done now, ask for a suspension.")
    return ""


@transaction.atomic
def ask_extension(incident: Incident, *, by, at: datetime, amount: int, reason: str) -> Demand:
    """延期申请: so much more of the limit's own unit. The clock runs on meanwhile; the desk one tier up decides.
    Raises Conflict after the limit and after an extension."""
    locked = _locked(incident, Act.ASK_EXTENSION, by)
    if words := obstacle(locked, Act.ASK_EXTENSION, at):
        raise Conflict(words, matter=locked)
    return _open(locked, Act.ASK_EXTENSION, by=by, at=at, text=reason, amount=amount,
                 unit=deadlines.running(locked, Stage.HANDLE).get().unit, **_one_tier_up(locked, Act.ASK_EXTENSION, by))


@transaction.atomic
def ask_suspension(incident: Incident, *, by, at: datetime, review_on: date, reason: str) -> Demand:
    """挂账申请: until a day on which it is looked at again. The desk one tier up decides, and owns it then."""
    locked = _locked(incident, Act.ASK_SUSPENSION, by)
    return _open(locked, Act.ASK_SUSPENSION, by=by, at=at, text=reason, review_on=review_on,
                 **_one_tier_up(locked, Act.ASK_SUSPENSION, by))


@transaction.atomic
def supervise(incident: Incident, *, by, at: datetime, sort: str, text: str, reply_by: date | None = None) -> Demand:
    """督办: to the department or the desk that has the matter. One order of a sort at a time."""
    locked = _locked(incident, Act.SUPERVISE, by, sort=sort)
    department, tier = has_it(locked)
    return _open(locked, Act.SUPERVISE, by=by, at=at, sort=sort, text=text, tier=tier, department_id=department,
                 limit=reply_by and until_day(at, reply_by), asked_tier=acting_tier(locked, "incident.supervise", by))


def order(incident: Incident, was: Incident, *, at: datetime) -> Demand | None:
    """The clock has raised it: the new owner orders an answer of whoever was late. One such order at a time; none
    to the mediators, who have limits of their own."""
    department, tier = has_it(was)
    late = Demand.objects.alive().filter(incident=incident, kind=Kind.SUPERVISION, sort=Sort.TIMEOUT)
    if not (department or tier) or late.exists():
        return None
    return _open(incident, Act.ORDER, by=None, at=at, sort=Sort.TIMEOUT, text="", tier=tier, department_id=department,
                 asked_tier=incident.tier)


@transaction.atomic
def whistle(incident: Incident, *, by, at: datetime, departments: Sequence, sort: str, text: str) -> list[Demand]:
    """吹哨: each department is called for itself, all with the same number of the call. What a workstation blows
    goes through the sub-centre (domain.md §5.1.2). Raises IncidentMoved when all of them are called already."""
    locked = _locked(incident, Act.WHISTLE, by)
    tier = acting_tier(locked, "incident.whistle", by)
    through = {"state": State.PASSING, "tier": 3} if tier == 2 else {}
    called = {demand.department_id for demand in alive(locked, Kind.WHISTLE)}
    if not (new := [office for office in departments if office.pk not in called]):
        raise moving.IncidentMoved(locked, Act.WHISTLE, by)
    call = uuid4()
    return [_open(locked, Act.WHISTLE, by=by, at=at, sort=sort, text=text, department=office, asked_tier=tier,
                  call=call, is_urgent=locked.is_urgent or sort == Sort.URGENT, **through) for office in new]


@transaction.atomic
def give_task(incident: Incident, *, by, at: datetime, department, text: str, reply_by: date | None = None) -> Demand:
    """协同: a part of the work for another department. Whoever leads replies for all once all have answered."""
    locked = _locked(incident, Act.GIVE_TASK, by, department=department)
    return _open(locked, Act.GIVE_TASK, by=by, at=at, text=text, department=department,
                 limit=reply_by and until_day(at, reply_by), **_asking(locked, Act.GIVE_TASK, by))


def _locked(incident: Incident, act: str, by, **same) -> Incident:
    """The incident, locked. Raises IncidentMoved when such a demand is alive."""
    row = Incident.objects.select_for_update(of=("self",)).select_related("category").get(pk=incident.pk)
    if is_pending(row, act) or (same and row.demands.alive().filter(kind=OPENED_BY[act], **same).exists()):
        raise moving.IncidentMoved(row, act, by)
    incident.__dict__.pop("asked", None)
    return row


def _asking(incident: Incident, act: str, by) -> dict:
    """The office in whose name `by` asks: the department that has it, or a desk."""
    posts = [post for post in posts_for(by, f"incident.{act}") if may_ask(incident, f"incident.{act}", post)]
    if any(post.role == Role.DEPT_HANDLER for post in posts):
        return {"asked_department_id": incident.department_id}
    return {"asked_tier": acting_tier(incident, f"incident.{act}", by)}


def _one_tier_up(incident: Incident, act: str, by) -> dict:
    office = _asking(incident, act, by)
    return {**office, "tier": min(max(incident.tier, office.get("asked_tier", 0)) + 1, TOP)}


def _open(incident: Incident, act: str, *, by, at: datetime, text: str, limit: Limit | None = None, **fields) -> Demand:
    """The demand with its clock, its move and its audit entry."""
    kind = OPENED_BY.get(act, Kind.SUPERVISION)
    demand = Demand(**{"incident": incident, "area_key": incident.area_key, "kind": kind, "text": text, "asked_by": by,
                       "asked_at": at, "round": incident.reopened_count, "is_urgent": incident.is_urgent, **fields})
    stage = clock_of(kind, demand.state)
    limit = limit or limit_of(demand, stage)
    demand.due_at = due_after(limit, at)  # an open row is never without one
    demand.save(force_insert=True)
    deadlines.start(demand, stage, limit=limit, at=at)
    reached = demand.department if demand.state == State.ASKED else None
    moving.move(incident, act, by=by, at=at, note=text, department=reached, demand=demand,
                detail={"kind": str(kind), "sort": str(demand.sort)})
    return demand
