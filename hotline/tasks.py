"""Timed jobs of the hotline; when they run is written in shuangliu/schedule.py."""

from celery import shared_task
from django.utils.timezone import now

from .desk.actions import end_forgotten
from .portal import forgetting


@shared_task
def end_forgotten_shifts():
    """End the shifts that nobody ended in time."""
    return end_forgotten(now())


@shared_task
def forget_callers():
    """Take the caller from tickets that have been over for half a year."""
    return forgetting.forget_callers(at=now())
