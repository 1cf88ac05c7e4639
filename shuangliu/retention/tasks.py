"""Timed jobs; when they run is written in shuangliu/schedule.py."""

from celery import shared_task
from django.utils.timezone import now

from . import forgetting


@shared_task
def forget() -> dict:
    """Forget what the rules say is over."""
    return dict(forgetting.forget(at=now()))
