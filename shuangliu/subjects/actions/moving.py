"""How every act moves a request: row, clock, trail, audit entry and news together or not at all."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import audit, deadlines
from shuangliu.deadlines.models import Step
from shuangliu.pages.conflict import Conflict

from .. import news
from ..models import SubjectMove, SubjectRequest
from ..states import OVER, TRANSITIONS, Act, State, turn_of

BRINGS = {Act.GRANT: Act.CARRY_OUT}  # what most grants do at once


class RequestMoved(Conflict):
    """Somebody was faster, or the request is in a state that does not allow the act: the 409 page.

    `is_repeat`: the same person has just done the same act; nothing was lost.
    """

    def __init__(self, request: SubjectRequest, act: str, by=None):
        last = request.moves.last()
        self.is_repeat = bool(by and last) and last.by_id == by.pk and last.act in (act, BRINGS.get(act))
        super().__init__(_("“%(act)s” is no longer possible: the request is now “%(state)s”.") % {
            "act": Act(act).label, "state": request.get_state_display()}, matter=request)


def check(request: SubjectRequest, act: str, *, by=None) -> None:
    """Raises RequestMoved when the request, as it stands, does not allow `act`."""
    if not request.can(act):
        raise RequestMoved(request, act, by)


@transaction.atomic
def move(request: SubjectRequest, act: str, *, by, at: datetime, note: str = "", **changes) -> SubjectRequest:
    """Do `act`: set `changes`, go on to the next state, stop the clock at the end. `request` is brought up to date.
    Raises RequestMoved; then nothing has changed."""
    row = SubjectRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    check(row, act, by=by)
    old = row.state
    for name, value in {"state": TRANSITIONS[act][1] or State(old), **changes}.items():
        setattr(row, name, value)
    row.turn = turn_of(row.state, row.kind, is_referred=row.is_referred)
    if row.state in OVER and row.state != old:
        (deadlines.cancel if row.state == State.WITHDRAWN else deadlines.stop)(row, at=at)
        row.ended_at, row.due_at, row.alert = at, None, Step.NONE
    row.save()
    write_down(row, act, by=by, at=at, old=old, note=note)
    request.refresh_from_db()
    return request


def write_down(request: SubjectRequest, act: str, *, by, at: datetime, old: str, note: str = "", **detail) -> None:
    """The trail's line, the audit entry and the news of an act that has happened."""
    SubjectMove.objects.create(request=request, act=act, from_state=old, to_state=request.state, by=by, at=at,
                               note=note)
    audit.record(f"subject.{act}", request, by=by, at=at, **{"from": old, "to": request.state}, **detail)
    news.tell(request, act, by=by, at=at)
