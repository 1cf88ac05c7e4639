"""Timed jobs; when they run is written in shuangliu/schedule.py."""

from celery import shared_task
from django.utils.timezone import now

from . import counting, reminding


@shared_task
def count_uses() -> int:
    """Count anew how often each article was used within a year."""
    return counting.count(at=now())


@shared_task
def remind() -> int:
    """Tell of reviews and gaps whose day is over."""
    return reminding.remind(at=now())
