"""Timed jobs; when they run is written in shuangliu/schedule.py."""

from celery import shared_task
from django.utils.timezone import now

from .changes import actions as changes
from .successions import actions as successions


@shared_task
def carry_out_changes():
    """Change boundaries whose day has come, and hand over the open work."""
    return changes.carry_out_due(now())


@shared_task
def hand_over_latecomers():
    """Matters that came to a grid after its end, as when they were reopened."""
    return changes.hand_over_work(now(), since=now() - changes.OLD)


@shared_task
def pass_on_matters():
    """Pass on the open matters of posts that change hands."""
    return successions.carry_out_due(now())
