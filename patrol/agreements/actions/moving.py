"""How every act moves an agreement: row, trail, audit entry and news together or not at all."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from .. import news
from ..models import AgreementMove, FourPartyAgreement
from ..states import TRANSITIONS, Act, State, allowed


class AgreementMoved(Conflict):
    """Somebody was faster, or the agreement is in a state that does not allow the act: the 409 page.

    `is_repeat`: the same person has just done the same act; nothing was lost.
    """

    def __init__(self, agreement: FourPartyAgreement, act: str, by=None):
        last = agreement.moves.last()
        self.is_repeat = bool(by and last) and (last.act, last.by_id) == (act, by.pk)
        super().__init__(_("“%(act)s” is no longer possible: the agreement is now “%(state)s”.") % {
            "act": Act(act).label, "state": agreement.get_state_display()}, matter=agreement)


def check(agreement: FourPartyAgreement, act: str, *, by=None) -> None:
    """Raises AgreementMoved when the state of the agreement does not allow `act`."""
    if not allowed(act, agreement.state):
        raise AgreementMoved(agreement, act, by)


def locked(agreement: FourPartyAgreement, act: str, *, by) -> FourPartyAgreement:
    """The row as it is now, kept for this transaction. Raises AgreementMoved."""
    row = FourPartyAgreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    check(row, act, by=by)
    return row


@transaction.atomic
def move(agreement: FourPartyAgreement, act: str, *, by, at: datetime, note: str = "", to: State | None = None,
         **changes) -> None:
    """Do `act`: set `changes`, go on to the next state (`to` chooses among several). `agreement` is brought up to date.
    Raises AgreementMoved; then nothing has changed."""
    row = locked(agreement, act, by=by)
    old, goal = row.state, TRANSITIONS[act][1]
    changes["state"] = to or (goal if isinstance(goal, State) else State(old))
    FourPartyAgreement.objects.filter(pk=row.pk).update(**changes)
    for name, value in changes.items():
        setattr(agreement, name, value)
    AgreementMove.objects.create(agreement=agreement, act=act, from_state=old, to_state=agreement.state, by=by, at=at,
                                 note=note)
    audit.record(f"agreement.{act}", agreement, by=by, at=at, **{"from": old, "to": agreement.state})
    news.tell(agreement, act, by=by, at=at)
