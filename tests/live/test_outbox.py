"""The outbox and a worker that dies while a message is on its way."""

import signal

import pytest
from django.utils.timezone import now

from shuangliu.notices import outbox
from shuangliu.notices.models import Channel, Message
from tests.notices import servers
from tests.served import until

from .conftest import manage

pytestmark = pytest.mark.django_db(transaction=True)


def test_kill_9_loses_no_message(cast):
    """The bot has heard it, the worker is gone before it could write that down: the message goes out once more,
    after the lease. That is what "at least once" means."""
    with servers.bot() as bot:
        channel = Channel.objects.create(medium="wecom", area=cast.town, address=bot.url)
        at = now()
        message = Message.objects.create(channel=channel, kind="test", matter_type="notices.channel", text="测试",
                                         matter_id=channel.pk, url="/", at=at, next_try_at=at)
        bot.seconds = 30
        sweep = manage("sweep")
        until(lambda: bot.heard, what="the bot has been called")
        sweep.send_signal(signal.SIGKILL)
        sweep.wait()

        bot.seconds = 0
        assert outbox.deliver(now()) == {}  # it might still be on its way
        assert outbox.deliver(now() + outbox.LEASE) == {"sent": 1}
        message.refresh_from_db()
        assert (message.state, message.tries, len(bot.heard)) == ("sent", 2, 2)


def test_two_sweeps_at_once_send_each_message_once(cast):
    with servers.bot() as bot:
        channel = Channel.objects.create(medium="wecom", area=cast.town, address=bot.url)
        at = now()
        Message.objects.bulk_create(
            Message(channel=channel, kind="test", matter_type="notices.channel", matter_id=number, text="测试", url="/",
                    at=at, next_try_at=at) for number in range(3 * outbox.BATCH))
        for process in [manage("sweep"), manage("sweep")]:
            output, _ = process.communicate(timeout=60)
            assert process.returncode == 0, output
        assert len(bot.heard) == 3 * outbox.BATCH
    assert set(Message.objects.values_list("state", "tries")) == {("sent", 1)}
