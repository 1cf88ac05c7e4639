"""How every act moves an incident: row, clock, timeline, audit entry and figures together or not at all."""

from copy import copy
from datetime import datetime

from django.db import transaction
from django.db.models import Model
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from shuangliu import audit, deadlines, indicators
from shuangliu.deadlines import Limit
from shuangliu.deadlines.models import Step
from shuangliu.pages.conflict import Conflict

from .. import news
from ..demands import news as demand_news
from ..limits import limit_of
from ..measures import counted, differences
from ..models import Incident, Move
from ..signals import incident_moved
from ..states import CLOCK, RULES, Act, Stage, State, Turn


def said_of(last: Move, act: str, state) -> dict[str, str]:
    """For the words that tell whoever wanted to do `act` what has been done `last`, and where that has led."""
    return {"act": Act(act).label, "who": last.by or _("the system"), "last": last.get_act_display(),
            "at": localtime(last.at).strftime("%Y-%m-%d %H:%M"), "state": state}


class IncidentMoved(Conflict):
    """Somebody was faster, or the state does not allow the act. The message says who did what meanwhile.

    `is_repeat`: the same person has just done the same act; nothing was lost.
    """

    def __init__(self, incident: Incident, act: str, by):
        last = incident.moves.exclude(act=Act.FALL).select_related("by").last()
        # An act may bring others along: a dispatch its tasks, a suspension the end of what was asked.
        self.is_repeat = bool(by) and incident.moves.filter(at=last.at, act=act, by=by).exists()
        super().__init__(
            _("“%(act)s” is no longer possible: %(who)s has done “%(last)s” on %(at)s, and the incident is now "
              "“%(state)s”.") % said_of(last, act, incident.get_state_display()),
            matter=incident,
        )


@transaction.atomic(savepoint=False)  # part of an act, which goes back as a whole
def move(incident: Incident, act: str, *, by, at: datetime, note: str = "", department=None,
         detail: dict | None = None, demand=None, turn: Turn | None = None, limit: Limit | None = None,
         **changes) -> Incident:
    """Do `act`: set `changes`, go to the state of its rule, change clocks. `incident` is brought up to date.

    `turn` and `limit` stand in for those of the rule and of the new stage. Raises IncidentMoved when the state does
    not (or no longer) allow the act; then nothing has changed.
    """
    rule = RULES[act]
    before = Incident.objects.select_for_update(of=("self",)).select_related("category").get(pk=incident.pk)
    if before.state not in rule.sources:
        raise IncidentMoved(before, act, by)
    figures, was = counted(before), copy(before)
    old = before.state
    changes["state"] = rule.target or old
    if (by and act != Act.REMIND) or rule.target:  # neither a clock that strikes nor a word of others moves it
        changes["moved_at"] = at
    for name, value in changes.items():
        setattr(before, name, value)
    changes |= TURNS[turn or rule.turn](before, at, limit)
    if Incident.objects.filter(pk=before.pk, state=old).update(**changes) != 1:
        raise IncidentMoved(before, act, by)
    write_down(before, act, by=by, at=at, old=old, note=note, department=department, detail=detail, demand=demand)
    incident_moved.send(Incident, incident=before, was=was, act=act, by=by, at=at)
    indicators.add_many(differences(figures, counted(before)))
    _bring_up_to_date(incident, before)
    return incident


def write_down(incident: Incident, act: str, *, by, at: datetime, old: str, note: str = "", department=None,
               detail: dict | None = None, demand=None, is_news: bool = True) -> None:
    """The timeline's move and the audit entry of an act that has happened, and the news of it."""
    Move.objects.create(incident=incident, act=act, from_state=old, to_state=incident.state, by=by, at=at,
                        tier=incident.tier, department=department, note=note, due_at=incident.due_at,
                        demand=demand)
    said = {"from": old, "to": incident.state, "tier": incident.tier, "due_at": incident.due_at,
            "department": department and department.code, "demand": demand and demand.pk, **(detail or {})}
    audit.record(RULES[act].verb, incident, by=by, at=at, **said)
    if demand:
        demand_news.tell(demand, act, by=by, at=at)
    elif is_news:
        news.tell(incident, act, by=by, at=at, department=department)


# What each Turn does to the clocks of an incident, whose state is already the new one; what of the row changes with it.
def _keep(incident: Incident, at: datetime, limit: Limit | None) -> dict:
    return {}


def _next(incident: Incident, at: datetime, limit: Limit | None) -> dict:
    deadlines.stop(incident, at=at)
    return _start(incident, at, limit)


def _void(incident: Incident, at: datetime, limit: Limit | None) -> dict:
    deadlines.cancel(incident, at=at)
    return _start(incident, at, limit)


def _rest(incident: Incident, at: datetime, limit: Limit | None) -> dict:
    for clock in deadlines.running(incident).exclude(kind=Stage.HANDLE):
        deadlines.cancel(incident, at=at, kind=clock.kind)  # those of the tiers above have nothing to wait for
    deadlines.pause(incident, at=at, kind=Stage.HANDLE)
    return _start(incident, at, limit)


def _wake(incident: Incident, at: datetime, limit: Limit | None) -> dict:
    stage = CLOCK[State(incident.state)]
    for clock in deadlines.running(incident).exclude(kind=stage):
        deadlines.stop(incident, at=at, kind=clock.kind)
    rested = deadlines.running(incident, stage).get().due_at
    (clock,) = deadlines.resume(incident, at=at, kind=stage)
    if clock.step == Step.RAISED:
        start_tier_clock(incident, stage, at)
    # The first limit, by which "in time" is counted, has rested too.
    first = {"handle_due_at": clock.due_at} if incident.handle_due_at == rested else {}
    return _set(incident, due_at=clock.due_at, alert=clock.step, **first)


TURNS = {Turn.KEEP: _keep, Turn.NEXT: _next, Turn.VOID: _void, Turn.REST: _rest, Turn.WAKE: _wake}


def start_tier_clock(incident: Incident, stage: Stage, at: datetime) -> None:
    """The tier that owns it now has as long for the stage as the one before; the row keeps the first limit, so that
    what is late stays late to look at."""
    deadlines.start(incident, f"{stage}-{incident.tier}", limit=limit_of(incident, stage), at=at)


def _start(incident: Incident, at: datetime, limit: Limit | None = None) -> dict:
    """Start the clock of the incident's state; what of the row changes with it."""
    stage = CLOCK.get(State(incident.state))
    workers = {incident.handler_id, incident.resolved_by_id} - {None}
    if stage == Stage.EVALUATION and incident.reporter_id in workers:
        stage = None  # nobody judges what they have settled themselves
    due_at = None
    if stage:
        due_at = deadlines.start(incident, stage, limit=limit or limit_of(incident, stage), at=at).due_at
    changes = {"due_at": due_at, "alert": Step.NONE}
    if stage == Stage.HANDLE and incident.handle_due_at is None:
        changes["handle_due_at"] = due_at
    return _set(incident, **changes)


def _set(incident: Incident, **changes) -> dict:
    for name, value in changes.items():
        setattr(incident, name, value)
    return changes


def _bring_up_to_date(stale: Model, fresh: Model) -> None:
    for field in fresh._meta.concrete_fields:
        if not field.generated:
            setattr(stale, field.attname, getattr(fresh, field.attname))
    for remembered in ("line", "former", "asked"):
        stale.__dict__.pop(remembered, None)
