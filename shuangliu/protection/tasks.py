"""Timed jobs; when they run is written in shuangliu/schedule.py."""

from celery import shared_task
from django.utils.timezone import now

from . import exports


@shared_task
def make_exports() -> int:
    """Make the files that were approved in the last minute."""
    return exports.make_waiting(at=now())


@shared_task
def end_exports() -> int:
    """Remove files whose day is over; end requests that nobody decided."""
    return exports.end_over(at=now())
