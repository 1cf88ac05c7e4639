"""How every act moves a volunteer: row and audit entry together or not at all."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from ..models import Volunteer
from ..states import TRANSITIONS, Act, State, allowed


class VolunteerMoved(Conflict):
    """Somebody was faster, or the volunteer is in a state that does not allow the act: the 409 page."""

    def __init__(self, volunteer: Volunteer, act: str):
        super().__init__(_("“%(act)s” is no longer possible: the volunteer is now “%(state)s”.") % {
            "act": Act(act).label, "state": volunteer.get_state_display()}, matter=volunteer)


def check(volunteer: Volunteer, act: str) -> None:
    """Raises VolunteerMoved when the state does not allow `act`."""
    if not allowed(act, volunteer.state):
        raise VolunteerMoved(volunteer, act)


def lock(volunteer: Volunteer, act: str) -> Volunteer:
    """The row as it is now. Raises VolunteerMoved."""
    row = Volunteer.objects.select_for_update().get(pk=volunteer.pk)
    check(row, act)
    return row


@transaction.atomic
def move(volunteer: Volunteer, act: str, *, by, at: datetime, detail: dict | None = None, **changes) -> Volunteer:
    """Do `act`: set `changes` and go on to the next state. Returns the row. Raises VolunteerMoved; then nothing has
    changed."""
    row = lock(volunteer, act)
    old, goal = row.state, TRANSITIONS[act][1]
    for name, value in {"state": goal or State(old), **changes}.items():
        setattr(row, name, value)
    row.save()
    audit.record(f"volunteer.{act}", row, by=by, at=at, **{"from": old, "to": row.state, **(detail or {})})
    return row
