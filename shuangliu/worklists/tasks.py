"""Timed jobs; when they run is written in shuangliu/schedule.py."""

from celery import shared_task
from django.utils.timezone import now

from .presence import forget


@shared_task
def forget_presence():
    """Drop who is no longer at a matter."""
    return forget(now())
