"""What time brings about while a shift should be walked: a late start, a point left out, an end that nobody told."""

from collections import Counter
from datetime import datetime

from django.db import transaction

from ..models import Shift
from ..moving import move
from ..states import SETTLED_AFTER, Act, State
from .checking_in import outcome

BATCH = 50


def watch(at: datetime) -> Counter:
    """Look at every shift whose moment has come, each in a transaction of its own; what was done, by act. Two at once
    share the work."""
    done = Counter()
    while numbers := list(Shift.objects.to_watch(at).values_list("pk", flat=True)[:BATCH]):
        looked = [act for number in numbers if (act := _look(number, at))]
        done.update(looked)
        if not looked:
            break  # another one is at them
    return done


@transaction.atomic
def _look(number: int, at: datetime) -> Act | None:
    shift = Shift.objects.select_for_update(skip_locked=True).filter(pk=number, watch_at__lte=at).first()
    if shift is None:
        return None
    if shift.state == State.PUBLISHED:
        act, changes = Act.LATE, {}
    elif shift.state == State.STARTED and at >= shift.ends_at + SETTLED_AFTER:
        act, changes = Act.END, {"to": outcome(shift, shift.visited), "finished_at": shift.ends_at}
    elif shift.state == State.STARTED and (skipped := _skipped(shift, at)):
        act, changes = Act.SKIP, {"detail": {"points": skipped}}
    else:
        act, changes = Act.RAISE, {"raised_at": at}
    move(shift, act, by=None, at=at, **changes)
    return act


def _skipped(shift: Shift, at: datetime) -> list[int]:
    """Keys of the points that ran out unvisited and of which the leader is told now."""
    stops = list(shift.stops.filter(visited_at=None, alerted_at=None, due_at__lte=at))
    shift.stops.filter(pk__in=[stop.pk for stop in stops]).update(alerted_at=at)
    return [stop.point_id for stop in stops]
