"""The job of imports; when it runs is written in shuangliu/schedule.py. It may run twice and be killed at any line."""

from celery import shared_task
from django.utils.timezone import now

from . import carrying, checking, undoing
from .models import Batch
from .states import RUNNING, State

DOES = {State.CHECKING: lambda batch: checking.check(batch, at=now()), State.CARRYING: carrying.do_carry,
        State.UNDOING: undoing.do_undo}


@shared_task
def go_on(key: int | None = None):
    """What waits for a worker: this batch, or each that does. Nothing hangs on the message that names it."""
    batches = Batch.objects.filter(state__in=RUNNING).order_by("id")
    for batch in batches.filter(pk=key) if key else batches:
        DOES[batch.state](batch)
