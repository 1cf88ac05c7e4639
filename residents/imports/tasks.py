"""Jobs of imports; when they run is written in shuangliu/schedule.py. Each may run twice and be killed at any line."""

from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.utils.timezone import now

from . import carrying, checking, undoing
from .models import Batch
from .states import RUNNING, State
from .uploading import forget as forget_rows

DOES = {State.CHECKING: lambda batch: checking.check(batch, at=now()), State.CARRYING: carrying.do_carry,
        State.UNDOING: undoing.do_undo}


@shared_task
def go_on(key: int | None = None):
    """What waits for a worker: this batch, or each that does. Nothing hangs on the message that names it."""
    batches = Batch.objects.filter(state__in=RUNNING).order_by("id")
    for batch in batches.filter(pk=key) if key else batches:
        DOES[batch.state](batch)


@shared_task
def forget():
    """Files and rows of imports are needed for some days; the counts and what can be taken back stay."""
    old = Batch.objects.filter(forgotten_at=None, created_at__lt=now() - timedelta(days=settings.IMPORT_DAYS))
    for batch in old.exclude(state__in=RUNNING).order_by("id")[:100]:
        if batch.state in {State.UPLOADED, State.CHECKED, State.FAILED}:
            Batch.objects.filter(pk=batch.pk).update(state=State.DROPPED)
        forget_rows(batch, at=now())
