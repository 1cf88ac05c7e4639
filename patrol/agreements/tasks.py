"""The timed job of agreements; when it runs is written in shuangliu/schedule.py."""

from celery import shared_task
from django.utils.timezone import now

from . import actions


@shared_task
def turn_the_day() -> None:
    """What ended yesterday has run out, what ends within 30 days is announced."""
    actions.expire(now())
    actions.remind_of_ends(now())
