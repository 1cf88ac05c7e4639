"""What the telephone system tells of a call. Messages may come twice, late or not at all: none of that is an error."""

from datetime import datetime

from django.db import IntegrityError, transaction

from grids.models import Area

from ...models import HotlineLine
from ..models import Call

State = Call.State


@transaction.atomic
def ring(*, at: datetime, call_id: str, dialled: str, phone: str, area: Area, agent=None,
         line: HotlineLine | None = None) -> tuple[Call, bool]:
    """The call, and whether it is new. One that rings at another agent now goes on to that one."""
    try:
        with transaction.atomic():
            return Call.objects.create(call_id=call_id, dialled=dialled, phone=phone, area_key=area.key, agent=agent,
                                       line=line, rang_at=at), True
    except IntegrityError:
        call = Call.objects.get(call_id=call_id)
    if agent and call.state == State.RINGING and call.agent_id != agent.pk:
        _update(call, (State.RINGING,), agent=agent)
    return call, False


def answer_call(call: Call, *, at: datetime, agent=None) -> None:
    """Somebody speaks with the caller: `agent`, else the one at whom it rang."""
    _update(call, (State.RINGING,), state=State.ANSWERED, answered_at=at, agent=agent or call.agent)


def end_call(call: Call, *, at: datetime) -> None:
    """It is over; one that nobody had answered was missed."""
    miss_call(call, at=at)
    _update(call, (State.ANSWERED,), state=State.ENDED, ended_at=at)


def miss_call(call: Call, *, at: datetime) -> None:
    """The caller gave up before anybody answered."""
    _update(call, (State.RINGING,), state=State.MISSED, ended_at=at)


def _update(call: Call, sources: tuple[State, ...], **changes) -> None:
    if Call.objects.filter(pk=call.pk, state__in=sources).update(**changes):
        for name, value in changes.items():
            setattr(call, name, value)
