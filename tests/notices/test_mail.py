"""Mail, through a real socket: one connection for a batch, refusals told apart, no address in an error."""

from datetime import timedelta
from email import message_from_bytes
from email.header import decode_header, make_header

import pytest

from shuangliu.notices import channels, outbox
from shuangliu.notices.models import Channel, Message
from tests.conftest import NOW

from .samples import told


@pytest.fixture
def mailbox(cast, post) -> Channel:
    return Channel.objects.create(medium="mail", user=cast.wang, address="wang@example.cn")


def test_it_arrives(cast, mailbox, post):
    told(cast.wang)
    assert outbox.deliver(NOW) == {"sent": 1}
    mail = message_from_bytes(post.mails[0])
    assert str(make_header(decode_header(mail["Subject"]))) == "【双流】您上报的事件已结案，请评价"
    assert mail["To"] == "wang@example.cn"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_payload(decode=True).decode().strip() == "SJ00000001 暴露垃圾"


def test_a_batch_goes_through_one_connection(cast, mailbox, post):
    for minute in range(3):
        told(cast.wang, at=NOW + timedelta(minutes=minute))
    assert outbox.deliver(NOW + timedelta(hours=1)) == {"sent": 3}
    assert post.connections == 1


def test_a_mail_that_is_sent_twice_can_be_known(cast, mailbox, post):
    """Killed between sending and writing it down: the second one has the same number."""
    told(cast.wang)
    outbox.deliver(NOW)
    Message.objects.update(state="waiting", done_at=None)
    outbox.deliver(NOW + timedelta(hours=1))
    first, second = [message_from_bytes(mail)["Message-ID"] for mail in post.mails]
    assert first == second


@pytest.mark.parametrize(("reply", "outcome"), [("550 no such user wang@example.cn", "given up"),
                                                ("450 wang@example.cn is full", "put off")])
def test_a_refused_recipient(cast, mailbox, post, reply, outcome):
    li = Channel.objects.create(medium="mail", user=cast.li, address="li@example.cn")
    post.refused = {mailbox.address: reply}
    told(cast.wang)
    told(cast.li)
    assert outbox.deliver(NOW) == {outcome: 1, "sent": 1}
    assert Message.objects.get(channel=li).state == "sent"
    assert Message.objects.get(channel=mailbox).last_error == f"SMTP {reply[:3]}: recipient refused"


def test_a_server_that_is_down_is_asked_once_a_batch(cast, mailbox, settings, monkeypatch):
    settings.EMAIL_PORT = 9
    asked = []
    monkeypatch.setattr("shuangliu.notices.carriers.mail.get_connection", _counting(asked))
    Channel.objects.create(medium="mail", user=cast.li, address="li@example.cn")
    channels.forget()
    for user in (cast.wang, cast.li):
        told(user)
    assert outbox.deliver(NOW) == {"put off": 2}
    assert len(asked) == 1
    assert set(Message.objects.values_list("last_error", flat=True)) == {"no connection (ConnectionRefusedError)"}


def _counting(asked: list):
    from django.core.mail import get_connection

    def connect():
        asked.append(1)
        return get_connection()

    return connect
