"""Sitting down at the telephone, a pause, getting up."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from grids.jurisdiction import posts_for
from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from ..models import SHIFT, AgentShift, Call


@transaction.atomic
def begin_shift(*, by, at: datetime) -> AgentShift:
    """The shift of `by`; who sits there already goes on sitting."""
    try:
        with transaction.atomic():
            shift = AgentShift.objects.create(agent=by, area_key=posts_for(by, "shift.begin")[0].area.key, began_at=at)
    except IntegrityError:
        return AgentShift.objects.of(by)
    audit.record("shift.began", shift, by=by, at=at)
    return shift


@transaction.atomic
def pause_shift(*, by, at: datetime) -> None:
    """Raises Conflict for whoever is not on shift. A second click changes nothing."""
    shift = _own(by)
    if AgentShift.objects.filter(pk=shift.pk, ended_at=None, paused_at=None).update(paused_at=at):
        audit.record("shift.paused", shift, by=by, at=at)


@transaction.atomic
def resume_shift(*, by, at: datetime) -> None:
    """Raises Conflict for whoever is not on shift."""
    shift = _own(by)
    rested = shift.rested + (at - shift.paused_at) if shift.paused_at else shift.rested
    if AgentShift.objects.filter(pk=shift.pk, paused_at__isnull=False).update(paused_at=None, rested=rested):
        audit.record("shift.resumed", shift, by=by, at=at)


@transaction.atomic
def end_shift(*, by, at: datetime) -> None:
    """Raises Conflict for whoever is not on shift; and during a call, which would then be nobody's."""
    shift = _own(by)
    if Call.objects.talking(at).filter(agent=by).exists():
        raise Conflict(_("You are in a call. End your shift when it is over."))
    _end(shift, at=at, by=by)


def end_forgotten(at: datetime) -> int:
    """End the shifts that nobody ended in time, at the hour at which they should have; how many."""
    forgotten = list(AgentShift.objects.on().filter(began_at__lte=at - SHIFT))
    for shift in forgotten:
        over = max(shift.began_at + SHIFT, shift.paused_at or shift.began_at)
        _end(shift, at=over, by=None, is_forgotten=True)
    return len(forgotten)


@transaction.atomic
def _end(shift: AgentShift, *, at: datetime, by, is_forgotten: bool = False) -> None:
    rested = F("rested") + (at - shift.paused_at) if shift.paused_at else F("rested")
    if AgentShift.objects.filter(pk=shift.pk, ended_at=None).update(
            ended_at=at, paused_at=None, rested=rested, is_forgotten=is_forgotten):
        audit.record("shift.ended", shift, by=by, at=at, is_forgotten=is_forgotten)


def _own(user) -> AgentShift:
    shift = AgentShift.objects.of(user)
    if shift is None:
        raise Conflict(_("You are not on shift. Begin your shift first."))
    return shift
