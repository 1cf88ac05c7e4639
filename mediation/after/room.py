"""Whether a case whose state allows an act after the end also gives room for it."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from ..actions import PARTIES_STAY
from ..models import Case
from ..states import Act
from .actions.court import why_not_confirmable
from .models.court import Result
from .models.performance import OPEN, Due

DONE = (Due.PERFORMED, Due.BREACHED, Due.WAIVED)


def _is_agreed(case: Case) -> bool:
    return case.round is not None and case.round.end == "agreed"


def _has_item(*states: str) -> Callable[[Case], bool]:
    def room(case: Case) -> bool:
        return _is_agreed(case) and any(item.state in states for item in items_of(case))

    return room


def items_of(case: Case) -> list:
    """The items of the agreement in force; read once per case in hand."""
    found = getattr(case, "_items", None)
    if found is None:
        found = case._items = list(case.round.performances.for_card())
    return found


def applications_of(case: Case) -> list:
    """What the court has been asked for; read once per case in hand."""
    found = getattr(case, "_applications", None)
    if found is None:
        found = case._applications = list(case.round.confirmations.all())
    return found


def _may_confirm(case: Case) -> bool:
    return (_is_agreed(case) and why_not_confirmable(case.round) is None
            and all(one.result == Result.WITHDRAWN for one in applications_of(case)))


ROOM: dict[str, Callable[[Case], bool]] = {
    Act.SIGN: lambda case: _is_agreed(case) and case.round.waits_for_signatures,
    Act.OWE: _is_agreed,
    Act.PERFORM: _has_item(*OPEN),
    Act.BREACH: _has_item(Due.OWED),
    Act.WAIVE: _has_item(*OPEN),
    Act.URGE: _has_item(*OPEN),
    Act.COUNSEL: _has_item(*OPEN),
    Act.UNDO: _has_item(*DONE),
    Act.CONFIRM: _may_confirm,
    Act.RULE: lambda case: _is_agreed(case) and any(one.result == "" for one in applications_of(case)),
}


def why_not(act: str, case: Case) -> str:
    """Why there is no room for the act, as far as more can be said than that."""
    reason = None
    if act == Act.CONFIRM and _is_agreed(case):
        reason = why_not_confirmable(case.round)
    elif act in (Act.ADD_PARTY, Act.REMOVE_PARTY):
        reason = PARTIES_STAY
    return str(reason or _("There is nothing left in this case to which that could be done."))
