"""What was read, sent or given up long ago is removed: the matter itself and its timeline stay."""

from datetime import datetime, timedelta

from django.conf import settings

from .models import Message, Notice

BATCH = 5000


def forget(at: datetime) -> int:
    """Remove notices read, and messages sent or given up, more than NOTICE_DAYS ago; returns how many."""
    before = at - timedelta(days=settings.NOTICE_DAYS)
    return _remove(Notice.objects.filter(read_at__lt=before)) + _remove(Message.objects.filter(done_at__lt=before))


def _remove(rows) -> int:
    count = 0
    while keys := list(rows.values_list("pk", flat=True)[:BATCH]):
        count += rows.model.objects.filter(pk__in=keys).delete()[0]
    return count
