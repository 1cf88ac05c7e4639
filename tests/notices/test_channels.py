"""Which channel gets what, and when."""

from datetime import datetime, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from shuangliu import notices
from shuangliu.notices.models import Channel, Message
from tests.conftest import NOW, SHANGHAI

from .samples import told


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-03-11 {clock}").replace(tzinfo=SHANGHAI)


def test_a_mailbox_gets_what_its_owner_is_told(cast, mailbox):
    told(cast.wang)
    told(cast.li)
    assert Message.objects.get().channel == mailbox


def test_told_twice_it_is_sent_once(cast, mailbox):
    told(cast.wang)
    told(cast.wang)
    assert Message.objects.count() == 1


@pytest.mark.parametrize(("kinds", "count"), [([], 1), (["incident.closed"], 1), (["incident.rejected"], 0)])
def test_a_channel_gets_the_kinds_it_wants(cast, mailbox, kinds, count):
    mailbox.kinds = kinds
    mailbox.save()
    told(cast.wang)
    assert Message.objects.count() == count


@pytest.mark.parametrize("who", ["mailbox", "owner"])
def test_what_is_closed_gets_nothing(cast, mailbox, who):
    told(cast.wang)  # the channels are known
    closed = mailbox if who == "mailbox" else cast.wang
    closed.is_active = False
    closed.save()
    told(cast.wang, at=at("10:00"))
    assert Message.objects.count() == 1


def test_without_a_mail_server_no_mail_is_written(cast, mailbox, settings):
    settings.EMAIL_HOST = ""
    told(cast.wang)
    assert not Message.objects.exists()


def test_a_group_gets_what_its_department_or_desk_is_told(cast, group, bot):
    desk = Channel.objects.create(medium="feishu", area=cast.town, address=bot.url)
    audience = notices.Audience("incident.assigned", [], departments=[group.department_id], areas=[cast.town.pk])
    notices.tell_each([audience], matter=cast.grid, text="SJ1", url="/", at=NOW)
    assert {message.channel for message in Message.objects.all()} == {group, desk}


def test_a_group_that_is_told_in_two_ways_hears_one(cast, group):
    audiences = [notices.Audience(kind, [], departments=[group.department_id])
                 for kind in ("incident.expired", "incident.expired_with")]
    notices.tell_each(audiences, matter=cast.grid, text="SJ1", url="/", at=NOW)
    assert Message.objects.get().kind == "incident.expired"


@pytest.mark.parametrize(("start", "end", "moment", "heard"), [
    ("22:00", "07:00", "2026-03-11 23:30", "2026-03-12 07:00"),
    ("22:00", "07:00", "2026-03-11 06:59", "2026-03-11 07:00"),
    ("22:00", "07:00", "2026-03-11 07:00", "2026-03-11 07:00"),
    ("22:00", "07:00", "2026-03-11 21:59", "2026-03-11 21:59"),
    ("12:00", "14:00", "2026-03-11 12:00", "2026-03-11 14:00"),
    ("12:00", "14:00", "2026-03-11 14:00", "2026-03-11 14:00"),
    ("12:00", "12:00", "2026-03-11 12:00", "2026-03-11 12:00"),
])
def test_quiet_hours(start, end, moment, heard):
    channel = Channel(quiet_from=time.fromisoformat(start), quiet_until=time.fromisoformat(end))
    awake = channel.awake(datetime.fromisoformat(moment).replace(tzinfo=SHANGHAI))
    assert awake.strftime("%Y-%m-%d %H:%M") == heard


def test_in_quiet_hours_only_what_is_urgent_leaves(cast, mailbox):
    mailbox.quiet_from, mailbox.quiet_until = time(9), time(12)
    mailbox.save()
    told(cast.wang)
    told(cast.wang, kind="incident.expired", urgent=True)
    assert dict(Message.objects.values_list("kind", "next_try_at")) == {
        "incident.closed": at("12:00"), "incident.expired": NOW}


@pytest.mark.parametrize("url", [
    "http://oapi.dingtalk.com/robot", "ftp://127.0.0.1/", "https://", "https:///robot", "wang@example.cn",
    "https://user@example.cn/", "https://例子.cn/", "https://example.cn/a b", "https://example.cn:99999/",
    "https://example.cn/\r\nHost: x", "http://127.0.0.1.example.cn/"])
def test_addresses_that_no_bot_has(url):
    with pytest.raises(ValidationError):
        Channel(medium="wecom").check_address(url)


@pytest.mark.parametrize("url", ["https://oapi.dingtalk.com/robot/send?access_token=1", "http://127.0.0.1:8080/",
                                 "http://[::1]/x", "https://chat.example.cn:8443/hook"])
def test_addresses_that_a_bot_may_have(url):
    Channel(medium="wecom").check_address(url)


@pytest.mark.parametrize("fields", [{"medium": "mail"}, {"medium": "wecom"}, {"medium": "wecom", "user": "wang"},
                                    {"medium": "mail", "user": "wang", "area": "town"}])
def test_a_channel_has_one_owner(cast, fields):
    fields = {name: getattr(cast, value) if name != "medium" else value for name, value in fields.items()}
    with pytest.raises(ValidationError):
        Channel(**fields, address="x").clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Channel.objects.create(**fields, address="x")


def test_address_and_secret_are_encrypted_at_rest(cast, mailbox):
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM notices_channel")
        assert "example.cn" not in str(cursor.fetchall())
    assert mailbox.masked == "w***@example.cn"
