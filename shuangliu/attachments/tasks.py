"""Timed jobs; when they run is written in shuangliu/schedule.py."""

from datetime import timedelta

from celery import shared_task
from django.utils.timezone import now

from .actions import remove
from .models import Attachment

KEPT = timedelta(days=3)


@shared_task
def forget_drafts() -> int:
    """Remove files that were staged more than three days ago and never claimed; returns how many."""
    forgotten = Attachment.objects.staged().filter(uploaded_at__lt=now() - KEPT)
    return sum(remove(attachment, by=None) for attachment in forgotten.iterator(chunk_size=500))
