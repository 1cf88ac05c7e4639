"""Timed jobs; when they run is written in shuangliu/schedule.py."""

from celery import shared_task
from django.utils.timezone import now

from . import coverage


@shared_task
def count_coverage() -> int:
    """How well each grid is known, for the pages that show it."""
    return coverage.count(at=now())
