"""The timed jobs of the hotline; when they run is written in shuangliu/schedule.py."""

from datetime import timedelta

from celery import shared_task
from django.utils.timezone import localdate

from .actions import quality

LOOK_BACK = 3  # days: what a worker that was down has missed


@shared_task
def draw_quality_checks() -> int:
    """From what was answered or closed on the days before."""
    return sum(quality.draw(localdate() - timedelta(days=days)) for days in range(1, LOOK_BACK + 1))
