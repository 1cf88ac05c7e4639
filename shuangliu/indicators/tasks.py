"""Timed jobs; when they run is written in shuangliu/schedule.py."""

from celery import shared_task
from django.utils.timezone import now

from . import folding, recompute


@shared_task
def fold():
    """Move the changes of the last minute into the rollups."""
    return folding.fold()


@shared_task
def recompute_and_compare():
    """Count everything again from the rows and report what does not agree."""
    return recompute.compare(at=now())
