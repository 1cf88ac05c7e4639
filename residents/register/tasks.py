"""Timed jobs; when they run is written in shuangliu/schedule.py."""

from celery import shared_task
from django.utils.timezone import now

from . import duplicates


@shared_task
def look_for_duplicates() -> int:
    """Suggest who may be in the register twice, imports included."""
    return duplicates.look_through(at=now())
