"""How every act moves an incident: row, clock, timeline, audit entry and figures together or not at all."""

from datetime import datetime

from django.db import transaction
from django.db.models import Model
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from shuangliu import audit, deadlines, indicators
from shuangliu.deadlines.models import Step
from shuangliu.pages.conflict import Conflict

from ..limits import limit_of
from ..measures import counted, differences
from ..models import Incident, Move
from ..states import CLOCK, RULES, Act, Stage, State


class IncidentMoved(Conflict):
    """Somebody was faster, or the state does not allow the act. The message says who did what meanwhile.

    `is_repeat`: the same person has just done the same act; nothing was lost.
    """

    def __init__(self, incident: Incident, act: str, by):
        last = incident.moves.select_related("by").last()
        self.is_repeat = bool(by) and (last.act, last.by_id) == (act, by.pk)
        super().__init__(
            _("“%(act)s” is no longer possible: %(who)s has done “%(last)s” on %(at)s, and the incident is now "
              "“%(state)s”.") % {
                "act": Act(act).label, "who": last.by or _("the system"), "last": last.get_act_display(),
                "at": localtime(last.at).strftime("%Y-%m-%d %H:%M"), "state": incident.get_state_display(),
            },
            matter=incident,
        )


@transaction.atomic
def move(incident: Incident, act: str, *, by, at: datetime, note: str = "", department=None,
         detail: dict | None = None, **changes) -> Incident:
    """Do `act`: set `changes`, go to the state of its rule, change clocks. `incident` is brought up to date.

    Raises IncidentMoved when the state does not (or no longer) allow it; then nothing has changed.
    """
    rule = RULES[act]
    before = Incident.objects.select_for_update(of=("self",)).select_related("category").get(pk=incident.pk)
    if before.state not in rule.sources:
        raise IncidentMoved(before, act, by)
    figures = counted(before)
    old = before.state
    changes["state"] = rule.target or old
    if by or rule.target:  # a clock that strikes wakes nobody
        changes["moved_at"] = at
    for name, value in changes.items():
        setattr(before, name, value)
    if rule.target:
        changes |= _turn_clock(before, cancelled=act == Act.RETURN, at=at)
    if Incident.objects.filter(pk=before.pk, state=old).update(**changes) != 1:
        raise IncidentMoved(before, act, by)
    write_down(before, act, by=by, at=at, old=old, note=note, department=department, detail=detail)
    indicators.add_many(differences(figures, counted(before)))
    _bring_up_to_date(incident, before)
    return incident


def write_down(incident: Incident, act: str, *, by, at: datetime, old: str, note: str = "", department=None,
               detail: dict | None = None) -> None:
    """The timeline's move and the audit entry of an act that has happened."""
    Move.objects.create(incident=incident, act=act, from_state=old, to_state=incident.state, by=by, at=at,
                        tier=incident.tier, department=department, note=note, due_at=incident.due_at)
    said = {"from": old, "to": incident.state, "tier": incident.tier, "due_at": incident.due_at,
            "department": department and department.code, **(detail or {})}
    audit.record(RULES[act].verb, incident, by=by, at=at, **said)


def start_clock(incident: Incident, at: datetime) -> dict:
    """Start the clock of the incident's state; what of the row changes with it."""
    stage = CLOCK.get(State(incident.state))
    due_at = None
    if stage:
        due_at = deadlines.start(incident, stage, limit=limit_of(incident, stage), at=at).due_at
    changes = {"due_at": due_at, "alert": Step.NONE}
    if stage == Stage.HANDLE and incident.handle_due_at is None:
        changes["handle_due_at"] = due_at
    for name, value in changes.items():
        setattr(incident, name, value)
    return changes


def _turn_clock(incident: Incident, *, cancelled: bool, at: datetime) -> dict:
    # What a department returns was never its to sign for: its clock does not count.
    (deadlines.cancel if cancelled else deadlines.stop)(incident, at=at)
    return start_clock(incident, at)


def _bring_up_to_date(stale: Model, fresh: Model) -> None:
    for field in fresh._meta.concrete_fields:
        if not field.generated:
            setattr(stale, field.attname, getattr(fresh, field.attname))
    stale.__dict__.pop("line", None)
