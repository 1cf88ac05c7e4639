"""Timed jobs; when they run is written in shuangliu/schedule.py."""

from celery import shared_task
from django.utils.timezone import now

from . import levels, sweep


@shared_task
def plan():
    """Open, remind of and count the periods of all plans."""
    return sweep.sweep(now())


@shared_task
def catch_up():
    """Warning levels near cases that something befell."""
    return levels.catch_up(now())


@shared_task
def compare():
    """All warning levels, from the open cases."""
    return levels.compare(now())
