"""Timed jobs; when they run is written in shuangliu/schedule.py."""

from celery import shared_task

from . import chain


@shared_task
def seal() -> int:
    """Link the entries of the last minute into the chain."""
    return chain.seal()
