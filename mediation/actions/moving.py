"""Moving a case from state to state: the one place where it happens."""

from datetime import datetime

from django.utils.translation import gettext as _

from shuangliu import deadlines, indicators
from shuangliu.pages.conflict import Conflict

from ..measures import counted, differences, stands_for
from ..models import Case, MediationCenter, TimeLimit
from ..signals import case_closed
from ..states import TRANSITIONS, State, allowed


class CaseMoved(Conflict):
    """Somebody was faster, or the case is in a state that does not allow the act: the 409 page."""


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


def start_clock(case: Case, kind: str, *, at: datetime) -> datetime:
    """Start the clock of a stage by the limit of the case's category; returns when it is due."""
    limit = TimeLimit.objects.of(kind, case.category).limit
    return deadlines.start(case, kind, limit=limit, at=at).due_at


def close(case: Case, act: str, *, at: datetime, **changes) -> None:
    """An act that ends the case: its clocks stop, and the floors above hear of it."""
    # Clocks before the row, as the sweep does: the other way round the two could wait for each other.
    check(case, act)
    deadlines.stop(case, at=at)
    move(case, act, due_at=None, **changes)
    case_closed.send(sender=Case, case=case, at=at)
