"""Several workers at once, on real PostgreSQL connections: each message leaves once, none waits for another."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection, transaction

from shuangliu.notices import outbox
from shuangliu.notices.models import Message, Notice
from tests.conftest import NOW

from .samples import told
from .test_outbox import write

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
SECONDS = 20  # a test that waits longer than that hangs


@pytest.fixture
def beside():
    """`beside(work, …)` runs it in a thread with its own connection, and returns its future."""
    pool = ThreadPoolExecutor()

    def closing(work, *args):
        try:
            return work(*args)
        finally:
            connection.close()

    yield lambda work, *args: pool.submit(closing, work, *args)
    pool.shutdown()


def test_three_workers_carry_each_message_once(beside, group, bot, monkeypatch):
    monkeypatch.setattr(outbox, "BATCH", 3)
    for second in range(40):
        write(group, at=NOW + timedelta(seconds=second))
    together = Barrier(3)

    def work():
        together.wait(SECONDS)
        return outbox.deliver(NOW + timedelta(minutes=1))

    counts = [work.result(SECONDS) for work in [beside(work) for _ in range(3)]]
    assert sum(counts, start=type(counts[0])()) == {"sent": 40}
    assert len(bot.heard) == 40
    assert set(Message.objects.values_list("state", "tries")) == {("sent", 1)}


def test_a_worker_passes_over_what_another_claims(beside, group, bot):
    held = write(group)
    other = write(group, at=NOW + timedelta(seconds=1))
    with transaction.atomic():
        Message.objects.select_for_update().get(pk=held.pk)
        assert beside(outbox.deliver, NOW + timedelta(minutes=1)).result(SECONDS) == {"sent": 1}
    other.refresh_from_db()
    assert other.state == "sent"


def test_a_slow_bot_holds_no_lock(beside, group, bot):
    """While a message is on its way, the acts that write others do not wait for it."""
    bot.seconds = 1
    write(group)
    worker = beside(outbox.deliver, NOW)
    while not bot.heard:
        pass
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("SET LOCAL lock_timeout = '100ms'")
        Message.objects.update(last_error="")
    assert worker.result(SECONDS) == {"sent": 1}


def test_told_twice_at_once_it_is_told_once(beside, cast):
    together = Barrier(2)

    def tell():
        together.wait(SECONDS)
        return told(cast.wang).pk

    first, second = [work.result(SECONDS) for work in [beside(tell) for _ in range(2)]]
    assert first == second == Notice.objects.get().pk
