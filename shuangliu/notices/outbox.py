"""Carrying messages out: each at least once and, but for a crash between sending it and writing that down, only once.

May run in several processes at once, run twice and be killed at any line. A message is claimed in a short
transaction, carried outside of any, and its outcome is written down while the claim still holds.
"""

import logging
from collections import Counter
from datetime import datetime, timedelta
from time import monotonic

from django.db import transaction

from .carriers import NotCarried, bots
from .carriers.mail import Mailbag
from .models import Channel, Message

BATCH = 20
RUN_SECONDS = 40  # then the other jobs of this worker have their turn
LEASE = timedelta(minutes=10)  # longer than a batch takes: what has no outcome by then was lost with its worker
# How long to wait after each try that failed. The one after the last is given up.
PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720)]

SENT, PUT_OFF, GIVEN_UP = "sent", "put off", "given up"

logger = logging.getLogger(__name__)


def deliver(at: datetime) -> Counter:
    """Carry what is due at `at`; returns how many were sent, put off and given up."""
    counts, until = Counter(), monotonic() + RUN_SECONDS
    while monotonic() < until and (batch := _claim(at)):
        silent: dict[int, NotCarried] = {}  # channels that did not answer are not asked again in this batch
        with Mailbag() as bag:
            for message in batch:
                if monotonic() < until:
                    counts[_deliver(message, bag, silent, at)] += 1
                else:
                    _write_down(message, tries=message.tries - 1, next_try_at=at)  # the next run's
    return counts


def try_again(messages, at: datetime) -> int:
    """Put what was given up back into the outbox, with all its tries; returns how many."""
    return messages.filter(state=Message.State.FAILED).update(
        state=Message.State.WAITING, tries=0, next_try_at=at, done_at=None)


@transaction.atomic
def _claim(at: datetime) -> list[Message]:
    """Messages that are now this worker's to carry. The try is counted before it is made: one that kills its worker
    is given up some day too."""
    due = Message.objects.due(at).select_for_update(skip_locked=True, of=("self",))
    claimed = []
    for message in due.select_related("channel__user")[:BATCH]:
        seen = Message.objects.filter(pk=message.pk, state=message.state, next_try_at=message.next_try_at)
        if seen.update(tries=message.tries + 1, next_try_at=at + LEASE):
            message.tries += 1
            claimed.append(message)
    return claimed


def _deliver(message: Message, bag: Mailbag, silent: dict[int, NotCarried], at: datetime) -> str:
    try:
        if trouble := silent.get(message.channel_id):
            raise trouble
        _carry(message, bag, at)
    except NotCarried as error:
        if not error.is_final:
            silent[message.channel_id] = error
        return _failed(message, error, at)
    except Exception as error:  # a message that nobody foresaw does not keep the others waiting
        # Its kind only: what it says may name the address.
        logger.error("Message %s could not be carried: %s", message.pk, type(error).__name__)
        return _failed(message, NotCarried(type(error).__name__), at)
    _write_down(message, state=Message.State.SENT, done_at=at, last_error="")
    return SENT


def _carry(message: Message, bag: Mailbag, at: datetime) -> None:
    channel = message.channel
    if not channel.is_active or (channel.user and not channel.user.is_active):
        raise NotCarried("the channel is not active", is_final=True)
    if channel.medium == Channel.Medium.MAIL:
        bag.carry(channel.address, message.subject, message.body, number=f"message-{message.pk}@shuangliu")
    else:
        bots.carry(channel, message.subject, message.body, at)


def _failed(message: Message, error: NotCarried, at: datetime) -> str:
    if error.is_final or message.tries > len(PAUSES):
        _write_down(message, state=Message.State.FAILED, done_at=at, last_error=str(error))
        return GIVEN_UP
    again = at + PAUSES[message.tries - 1]
    if not message.is_urgent:
        again = message.channel.awake(again)
    _write_down(message, next_try_at=again, last_error=str(error))
    return PUT_OFF


def _write_down(message: Message, **outcome) -> None:
    # Unless the lease was over and another worker has it in hand.
    Message.objects.filter(pk=message.pk, state=Message.State.WAITING, tries=message.tries).update(**outcome)
