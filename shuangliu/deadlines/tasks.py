"""Timed jobs; when they run is written in shuangliu/schedule.py."""

from celery import shared_task
from django.utils.timezone import now

from .sweep import escalate_overdue


@shared_task
def sweep():
    """Let clocks take the steps that are due."""
    return dict(escalate_overdue(at=now()))
