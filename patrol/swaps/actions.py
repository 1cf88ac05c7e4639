"""All that can befall a swap. Actor and time come in as keywords; an act that the state does not allow raises
SwapMoved."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from ..shifts import actions as shifts
from ..shifts.models import Shift
from ..shifts.states import AHEAD
from . import news
from .models import Swap
from .states import TRANSITIONS, Act, State, allowed

BATCH = 100


class SwapMoved(Conflict):
    """Somebody was faster, or the swap is in a state that does not allow the act: the 409 page."""

    def __init__(self, swap: Swap, act: str):
        super().__init__(_("“%(act)s” is no longer possible: the swap is now “%(state)s”.") % {
            "act": Act(act).label, "state": swap.get_state_display()}, matter=swap)


@transaction.atomic
def ask(shift: Shift, *, by, at: datetime, taker, reason: str = "", uuid: UUID | None = None) -> Swap:
    """`by` asks `taker` to walk the shift instead. Raises ValidationError for somebody who walks it already, Conflict
    when the shift has begun, when `by` does not walk it, or when they have asked for it before."""
    if uuid and (sent := Swap.objects.filter(uuid=uuid, giver=by).first()):
        return sent
    row = Shift.objects.select_for_update().get(pk=shift.pk)
    _check_shift(row, at)
    walkers = set(row.duties.values_list("person_id", flat=True))
    if by.pk not in walkers:
        raise Conflict(_("You do not walk this shift."), matter=row)
    if taker.pk in walkers:
        raise ValidationError({"taker": _("%(name)s walks this shift already.") % {"name": taker}})
    swap = Swap(shift=row, area_key=row.area_key, giver=by, taker=taker, reason=reason, asked_at=at,
                **({"uuid": uuid} if uuid else {}))
    try:
        with transaction.atomic():
            swap.save(force_insert=True)
    except IntegrityError:
        raise Conflict(_("You have asked for a swap of this shift already. Withdraw it first."), matter=row) from None
    audit.record("swap.ask", swap, by=by, at=at, shift=row.pk)
    news.tell(swap, Act.ASK, by=by, at=at)
    return swap


def agree(swap: Swap, *, by, at: datetime) -> Swap:
    """The one who is asked would walk it: the leader's turn. Raises SwapMoved."""
    return _move(swap, Act.AGREE, by=by, at=at, agreed_at=at)


def decline(swap: Swap, *, by, at: datetime, answer: str = "") -> Swap:
    return _move(swap, Act.DECLINE, by=by, at=at, answer=answer)


def withdraw(swap: Swap, *, by, at: datetime) -> Swap:
    return _move(swap, Act.WITHDRAW, by=by, at=at)


@transaction.atomic
def grant(swap: Swap, *, by, at: datetime, rest_reason: str = "") -> Swap:
    """The roster changes now, by the checks of every staffing. Raises ValidationError as those do, and SwapMoved."""
    row = _move(swap, Act.GRANT, by=by, at=at)
    people = [duty.person for duty in row.shift.duties.select_related("person")]
    if row.giver_id not in {one.pk for one in people}:
        raise Conflict(_("%(name)s no longer walks this shift.") % {"name": row.giver}, matter=row)
    shifts.staff(row.shift, by=by, at=at, people=[*(one for one in people if one.pk != row.giver_id), row.taker],
                 rest_reason=rest_reason)
    return row


def refuse(swap: Swap, *, by, at: datetime, answer: str) -> Swap:
    """Raises ValidationError without a reason, and SwapMoved."""
    if not answer.strip():
        raise ValidationError({"answer": _("Say why.")})
    return _move(swap, Act.REFUSE, by=by, at=at, answer=answer)


def expire(at: datetime) -> int:
    """End the open swaps of shifts that have begun or are cancelled; how many. Two at once share the work."""
    over = Swap.objects.open().exclude(shift__state__in=AHEAD, shift__starts_at__gt=at)
    count = 0
    for number in over.order_by("id").values_list("pk", flat=True)[:BATCH]:
        with transaction.atomic():
            swap = Swap.objects.select_for_update(skip_locked=True).filter(pk=number).open().first()
            if swap is not None:
                _take(swap, Act.EXPIRE, by=None, at=at)
                count += 1
    return count


@transaction.atomic
def _move(swap: Swap, act: str, *, by, at: datetime, **changes) -> Swap:
    # The shift first, as every act on a shift does, so that none waits for the other.
    shift = Shift.objects.select_for_update().get(pk=swap.shift_id)
    row = Swap.objects.select_for_update(of=("self",)).select_related("giver", "taker").get(pk=swap.pk)
    row.shift = shift
    if not allowed(act, row.state):
        raise SwapMoved(row, act)
    if act in (Act.AGREE, Act.GRANT):
        _check_shift(shift, at)
    return _take(row, act, by=by, at=at, **changes)


def _take(row: Swap, act: str, *, by, at: datetime, **changes) -> Swap:
    old, goal = row.state, TRANSITIONS[act][1]
    ended = {} if goal == State.AGREED else {"ended_at": at, "ended_by": by}
    for name, value in {"state": goal, **ended, **changes}.items():
        setattr(row, name, value)
    row.save()
    audit.record(f"swap.{act}", row, by=by, at=at, **{"from": old, "to": row.state})
    news.tell(row, act, by=by, at=at)
    return row


def _check_shift(shift: Shift, at: datetime) -> None:
    if shift.state not in AHEAD or shift.starts_at <= at:
        raise Conflict(_("The shift has begun, or does not take place: it cannot be swapped."), matter=shift)
