"""Timed jobs; when they run is written in shuangliu/schedule.py."""

from celery import shared_task
from django.utils.timezone import now

from . import digest, outbox


@shared_task
def deliver() -> dict:
    """Carry out what waits in the outbox."""
    return dict(outbox.deliver(at=now()))


@shared_task
def send_digest() -> int:
    """Tell everybody what waits for them today."""
    return digest.send(at=now())
