"""Moving a case from state to state: the one place where it happens."""

import uuid as uuids
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from shuangliu import deadlines, indicators
from shuangliu.pages.conflict import Conflict

from ..measures import counted, differences, stands_for
from ..models import Case, MediationCenter, TimeLimit
from ..models.kept import Kept
from ..models.limits import BESIDE, CountsFrom, Kind
from ..signals import case_closed
from ..states import TRANSITIONS, State, allowed


class CaseMoved(Conflict):
    """Somebody was faster, or the case is in a state that does not allow the act: the 409 page."""


class Refused(ValidationError):
    """The rules speak against what was asked; said at the `field` of the form."""

    def __init__(self, message, *, field: str | None = None):
        super().__init__(message)
        self.field = field


def check(case: Case, act: str) -> None:
    """Raises CaseMoved when the state of the case does not allow `act`."""
    if not allowed(act, case.state):
        raise CaseMoved(
            _("The case is now “%(state)s”; that step is no longer possible.") % {"state": case.get_state_display()},
            matter=case)


def move(case: Case, act: str, *, to: State | None = None, **changes) -> None:
    """Do `act`: to its next state, with the changes, if state and mediator are still those the caller saw; what that
    changes in the figures is written down with it (measures.py), so that no act has to think of them.

    `to` chooses where the act has several goals. Raises CaseMoved otherwise; the case in hand is then what the
    database says.
    """
    check(case, act)
    to = to or TRANSITIONS[act][1]
    before = counted(case)
    changes |= stands_for(case, changes)
    if Case.objects.filter(pk=case.pk, state=case.state, mediator=case.mediator_id).update(state=to, **changes) != 1:
        case.refresh_from_db()
        raise CaseMoved(
            _("Somebody was faster: the case is now “%(state)s”.") % {"state": case.get_state_display()}, matter=case)
    case.state = to
    for name, value in changes.items():
        setattr(case, name, value)
    indicators.add_many(differences(before, counted(case)))


def host_key_of(case: Case, center: MediationCenter | None) -> int | None:
    """The key of `center` where it is not the one nearest to the place of the dispute; else None."""
    if center is None or center == MediationCenter.of(case.area_key):
        return None
    return center.area.key


def stay(case: Case, act: str) -> None:
    """Do `act`, which leaves the state as it is: the row is held until the transaction ends, so that nobody ends the
    case meanwhile. Raises CaseMoved."""
    now = Case.objects.select_for_update().values("state", "mediator").get(pk=case.pk)
    if now != {"state": case.state, "mediator": case.mediator_id}:
        case.refresh_from_db()
    check(case, act)


def keep(model: type[Kept], case: Case, act: str, *, by, at: datetime, uuid: uuids.UUID | None = None,
         **content) -> tuple[Kept, bool]:
    """Write a row of the case's file; the row, and whether it is new: the same `uuid` sent again changes nothing.

    Raises CaseMoved.
    """
    uuid = uuid or uuids.uuid4()
    if found := model.objects.filter(uuid=uuid, case=case).first():
        return found, False
    stay(case, act)
    return model.objects.get_or_create(uuid=uuid, case=case, defaults={**content, "recorded_at": at, "by": by})


def start_clock(case: Case, kind: str, *, at: datetime) -> datetime:
    """Start the clock of a stage by the limit of the case's category; returns when it is due.

    Mediation counts from when its law says: that of a traffic accident from an event, and until that is known
    (timing.start_clock) another clock reminds of it. It rests while something is appraised.
    """
    limit = TimeLimit.objects.of(kind, case.category)
    if kind == Kind.MEDIATE:
        if limit.counts_from == CountsFrom.EVENT and not case.clockstarts.exists():
            return start_clock(case, Kind.START, at=at)
        if limit.counts_from == CountsFrom.APPLICATION and case.accepted_at is None:
            at = case.registered_at
    due_at = deadlines.start(case, kind, limit=limit.limit, at=at).due_at
    if kind == Kind.MEDIATE and case.appraisals.filter(ended_on=None).exists():
        deadlines.pause(case, kind=kind, at=at)
        return start_clock(case, Kind.APPRAISE, at=at)
    return due_at


def follow_clocks(case: Case) -> None:
    """The row of an open case tells what its clocks say: when it is due, and how far that clock has gone."""
    clock = deadlines.running(case).exclude(kind__in=BESIDE).filter(paused_at=None).first()
    case.due_at, case.alert = clock.due_at, clock.step
    Case.objects.filter(pk=case.pk, due_at__isnull=False).update(due_at=case.due_at, alert=case.alert)


def close(case: Case, act: str, *, at: datetime, **changes) -> None:
    """An act that ends the case: its clocks stop, and the floors above hear of it."""
    # Clocks before the row, as the sweep does: the other way round the two could wait for each other.
    check(case, act)
    deadlines.stop(case, at=at)
    move(case, act, due_at=None, **changes)
    case_closed.send(sender=Case, case=case, at=at)
