"""Jobs of swaps (shuangliu/schedule.py)."""

from celery import shared_task
from django.utils.timezone import now

from . import actions


@shared_task
def expire() -> int:
    """Swaps that nobody granted before the shift began."""
    return actions.expire(now())
