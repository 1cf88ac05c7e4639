"""Carrying out: sent once, tried again in growing pauses, given up and seen; whatever the other side answers."""

from collections import Counter
from datetime import timedelta

import pytest
import time_machine

from shuangliu.notices import outbox
from shuangliu.notices.models import Channel, Message
from tests.conftest import NOW

from .samples import told

OK = (200, '{"errcode": 0, "errmsg": "ok"}')


@pytest.fixture
def message(cast, group) -> Message:
    return write(group)


def write(channel, *, at=NOW, **more) -> Message:
    return Message.objects.create(
        channel=channel, kind="incident.assigned", matter_type="incidents.incident", matter_id=1, at=at, next_try_at=at,
        text="SJ00000001 暴露垃圾", url="/incidents/1/", **more)


def test_it_arrives_and_is_not_sent_again(message, bot, settings):
    settings.PUBLIC_URL = "https://slq.example.cn"
    assert outbox.deliver(NOW) == {"sent": 1}
    assert outbox.deliver(NOW + timedelta(days=1)) == {}
    assert bot.heard == [{"msgtype": "text", "text": {
        "content": "【双流】有事件派遣到您处，请签收\nSJ00000001 暴露垃圾\nhttps://slq.example.cn/incidents/1/"}}]
    message.refresh_from_db()
    assert (message.state, message.tries, message.done_at, message.last_error) == ("sent", 1, NOW, "")


def test_it_waits_for_its_moment(message, bot):
    assert outbox.deliver(NOW - timedelta(seconds=1)) == {}
    assert bot.heard == []


@pytest.mark.parametrize(("answer", "error"), [
    ((200, '{"errcode": 93000, "errmsg": "invalid webhook url, hint: geheim"}'), "the bot answered with error 93000"),
    ((200, '{"code": 19024, "msg": "Key Words Not Found"}'), "the bot answered with error 19024"),
    ((200, "{}"), "the bot answered with error None"),
    ((200, "<html>"), "the answer is not JSON"),
    ((200, "[0]"), "the answer is not JSON"),
    ((429, ""), "HTTP 429"),
    ((500, ""), "HTTP 500"),
    ((503, ""), "HTTP 503"),
])
def test_what_may_pass_is_tried_again(message, bot, answer, error):
    bot.answers = [answer, OK]
    assert outbox.deliver(NOW) == {"put off": 1}
    message.refresh_from_db()
    assert (message.state, message.last_error, message.next_try_at) == ("waiting", error, NOW + timedelta(minutes=1))
    assert outbox.deliver(message.next_try_at) == {"sent": 1}


@pytest.mark.parametrize("status", [301, 302, 307, 400, 403, 404])
def test_what_will_not_pass_is_given_up_at_once(message, bot, status):
    bot.answers, bot.headers = [(status, '{"errcode": 0}')], {"Location": bot.url}
    assert outbox.deliver(NOW) == {"given up": 1}
    message.refresh_from_db()
    assert (message.state, message.last_error, len(bot.heard)) == ("failed", f"HTTP {status}", 1)


def test_the_pauses_grow_until_it_is_given_up(message, bot):
    bot.answers = [(500, "")]
    moments = []
    while message.state == "waiting":
        moments.append(message.next_try_at - NOW)
        outbox.deliver(message.next_try_at)
        message.refresh_from_db()
    assert [moment.total_seconds() / 60 for moment in moments] == [0, 1, 6, 21, 81, 321, 1041]
    assert (message.state, message.tries, len(bot.heard)) == ("failed", 7, 7)


def test_what_was_given_up_can_be_tried_again(message, bot):
    bot.answers = [(404, ""), OK]
    outbox.deliver(NOW)
    assert outbox.try_again(Message.objects.all(), at=NOW) == 1
    assert outbox.try_again(Message.objects.all(), at=NOW) == 0
    assert outbox.deliver(NOW) == {"sent": 1}


def test_nobody_listens(message, group):
    group.address = "http://127.0.0.1:9/"
    group.save()
    assert outbox.deliver(NOW) == {"put off": 1}
    message.refresh_from_db()
    assert message.last_error == "no connection (ConnectionRefusedError)"


def test_a_bot_that_thinks_too_long_is_not_waited_for(message, bot, monkeypatch):
    monkeypatch.setattr("shuangliu.notices.carriers.https.TIMEOUT", 0.2)
    bot.seconds = 1
    assert outbox.deliver(NOW) == {"put off": 1}
    message.refresh_from_db()
    assert message.last_error == "no connection (TimeoutError)"


def test_an_address_that_has_become_wrong_is_not_asked(message, group):
    Channel.objects.filter(pk=group.pk).update(address="http://intranet.example.cn/")
    assert outbox.deliver(NOW) == {"given up": 1}


def test_no_error_names_the_address(message, bot):
    bot.answers = [(200, '{"errcode": "geheim"}')]
    outbox.deliver(NOW)
    message.refresh_from_db()
    assert "key=" not in message.last_error
    assert bot.url not in message.last_error


def test_a_bot_in_trouble_is_asked_once_a_batch(group, cast, bot):
    bot.answers = [(500, "")]
    for second in range(5):
        write(group, at=NOW + timedelta(seconds=second))
    assert outbox.deliver(NOW + timedelta(minutes=1)) == {"put off": 5}
    assert len(bot.heard) == 1


def test_a_closed_channel_is_given_up(message, group, bot):
    Channel.objects.filter(pk=group.pk).update(is_active=False)
    assert outbox.deliver(NOW) == {"given up": 1}
    assert bot.heard == []


def test_what_cannot_be_read_does_not_keep_the_others_waiting(message, group, cast, bot):
    other = Channel.objects.create(medium="wecom", area=cast.town, address=bot.url)
    write(other)
    Channel.objects.filter(pk=group.pk).update(medium="pigeon")
    assert outbox.deliver(NOW) == Counter({"sent": 1, "put off": 1})


def test_a_worker_that_was_killed_loses_nothing(message, bot, monkeypatch):
    """It has claimed the message, and is gone before it could send it."""
    monkeypatch.setattr(outbox, "_deliver", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        outbox.deliver(NOW)
    monkeypatch.undo()
    assert outbox.deliver(NOW + outbox.LEASE - timedelta(seconds=1)) == {}
    assert outbox.deliver(NOW + outbox.LEASE) == {"sent": 1}
    message.refresh_from_db()
    assert message.tries == 2


def test_a_message_that_kills_every_worker_is_given_up_too(message, bot, monkeypatch):
    message.tries = len(outbox.PAUSES)
    message.save()
    bot.answers = [(500, "")]
    assert outbox.deliver(NOW) == {"given up": 1}


def test_who_comes_late_does_not_undo_what_another_has_written(message, bot):
    """The lease was over, another worker has sent it; the first one now reports a failure."""
    late = Message.objects.get(pk=message.pk)
    late.tries = 1
    outbox.deliver(NOW)
    Message.objects.filter(pk=message.pk).update(tries=2)
    outbox._failed(late, outbox.NotCarried("HTTP 500"), NOW)
    message.refresh_from_db()
    assert message.state == "sent"


def test_a_run_ends_so_that_other_jobs_have_their_turn(group, bot, monkeypatch):
    """What it had claimed is the next run's, with all its tries."""
    write(group)
    write(group, at=NOW - timedelta(minutes=1))
    bot.seconds = 0.3
    monkeypatch.setattr(outbox, "RUN_SECONDS", 0.2)
    assert outbox.deliver(NOW) == {"sent": 1}
    assert outbox.deliver(NOW) == {"sent": 1}
    assert set(Message.objects.values_list("state", "tries")) == {("sent", 1)}


def test_the_whole_way(cast, group, bot, browser, now):
    """An act, its message in the outbox, the job, the group."""
    from tests.incidents.story import Story, make_kinds

    story = Story(cast, make_kinds())
    story.tell("assigned")
    assert Message.objects.get().channel == group
    with time_machine.travel(NOW + timedelta(minutes=1)):
        from shuangliu.notices.tasks import deliver

        assert deliver() == {"sent": 1}
    assert "SJ" in bot.heard[0]["text"]["content"]


def test_what_is_told_to_a_person_does_not_reach_the_group(cast, group):
    told(cast.guo)
    assert not Message.objects.exists()
