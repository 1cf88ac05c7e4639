"""The timed jobs of the hotline; when they run is written in shuangliu/schedule.py."""

from datetime import timedelta

from celery import shared_task
from django.utils.timezone import localdate, now

from .actions import quality
from .desk.actions import end_forgotten

LOOK_BACK = 3  # days: what a worker that was down has missed


@shared_task
def end_forgotten_shifts():
    """End the shifts that nobody ended in time."""
    return end_forgotten(now())


@shared_task
def draw_quality_checks() -> int:
    """From what was answered or closed on the days before."""
    return sum(quality.draw(localdate() - timedelta(days=days)) for days in range(1, LOOK_BACK + 1))
