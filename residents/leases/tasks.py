"""The timed jobs of leases; when they run is written in shuangliu/schedule.py."""

from celery import shared_task
from django.utils.timezone import now

from . import actions


@shared_task
def turn_the_day() -> None:
    """What ends within 30 days is announced, what ended yesterday has run out."""
    actions.expire(now())
    actions.remind_of_ends(now())
