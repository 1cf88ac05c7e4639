"""Jobs of shifts (shuangliu/schedule.py)."""

from celery import shared_task
from django.utils.timezone import now

from . import actions


@shared_task
def watch() -> dict:
    """Late starts, points left out, ends: at most a minute after they are due."""
    return dict(actions.watch(now()))
