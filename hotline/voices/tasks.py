"""Timed jobs; when they run is written in shuangliu/schedule.py."""

from celery import shared_task
from django.utils.timezone import now

from . import reminding


@shared_task
def remind() -> int:
    """Tell of plans that have to be looked at again."""
    return reminding.remind(at=now())
