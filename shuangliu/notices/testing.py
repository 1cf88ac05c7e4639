"""Trying a channel out: a message to it alone, on the same way as all others."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from shuangliu import audit

from .models import Message

KIND = "test"  # goes to the channel that is tried, whatever kinds it wants


@transaction.atomic
def send_test(channels, *, by, at: datetime) -> int:
    """Write one test message to each of `channels`; returns how many."""
    with override(settings.LANGUAGE_CODE):
        text = _("This is a test. Notices will arrive here.")
    written = [
        Message(channel=channel, kind=KIND, matter_type=channel._meta.label_lower, matter_id=channel.pk, text=text,
                url=reverse("desk"), at=at, next_try_at=at)
        for channel in channels]
    Message.objects.bulk_create(written, ignore_conflicts=True)
    for channel in channels:
        audit.record("channel.tested", channel, by=by, at=at)
    return len(written)
