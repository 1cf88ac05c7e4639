"""Channels are kept in the administration, their addresses never shown; the outbox is looked at and tried again."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from shuangliu.accounts.models import User
from shuangliu.audit.models import Entry
from shuangliu.notices.models import Channel, Message
from tests.conftest import NOW

from .test_outbox import write

CHANNELS, ADD = reverse("admin:notices_channel_changelist"), reverse("admin:notices_channel_add")
MESSAGES = reverse("admin:notices_message_changelist")
SECRET = "SEC-of-the-tests"


@pytest.fixture
def boss(db, browser):
    return browser(User.objects.create_superuser("boss", "a long password 9", name="系统管理员"))


def change(channel) -> str:
    return reverse("admin:notices_channel_change", args=[channel.pk])


def sent(cast, **more) -> dict:
    return {"medium": "dingtalk", "area": cast.town.pk, "new_address": "https://oapi.dingtalk.com/robot?access_token=t",
            "new_secret": SECRET, "kinds": ["incident.assigned", "digest"], "is_active": "on", **more}


def test_a_channel_is_made_on_record_and_its_secrets_are_not_shown(boss, cast, now):
    assert boss.post(ADD, sent(cast)).status_code == 302
    channel = Channel.objects.get()
    assert (channel.address, channel.secret, channel.kinds) == (
        "https://oapi.dingtalk.com/robot?access_token=t", SECRET, ["incident.assigned", "digest"])
    pages = boss.get(change(channel)).content.decode() + boss.get(CHANNELS).content.decode()
    assert "https://oapi.dingtalk.com/…" in pages
    assert SECRET not in pages
    assert "access_token" not in pages
    entry = Entry.objects.get(verb="channel.set")
    assert "token" not in str(entry.detail).replace("new_", "")
    assert SECRET not in str(list(Entry.objects.values_list("detail")))


def test_left_empty_they_are_kept(boss, cast, now):
    boss.post(ADD, sent(cast))
    channel = Channel.objects.get()
    boss.post(change(channel), sent(cast, new_address="", new_secret="", quiet_from="22:00", quiet_until="07:00"))
    channel.refresh_from_db()
    assert channel.address.endswith("=t")
    assert channel.secret == SECRET
    assert channel.quiet_from is not None


@pytest.mark.parametrize(("wrong", "field"), [
    ({"new_address": ""}, "new_address"),
    ({"new_address": "http://oapi.dingtalk.com/"}, "new_address"),
    ({"medium": "mail", "area": "", "new_address": "kein-at"}, "new_address"),
    ({"area": ""}, "__all__"),
    ({"kinds": ["erfunden"]}, "kinds"),
    ({"quiet_from": "22:00"}, "quiet_until"),
])
def test_what_cannot_be_is_said_at_its_field(boss, cast, wrong, field, now):
    answer = boss.post(ADD, sent(cast, **wrong))
    assert answer.status_code == 200
    assert field in answer.context["adminform"].form.errors
    assert not Channel.objects.exists()


def test_mail_becomes_a_bot_only_with_an_address_of_one(boss, cast, mailbox, now):
    answer = boss.post(change(mailbox), sent(cast, new_address=""))
    assert "new_address" in answer.context["adminform"].form.errors
    mailbox.refresh_from_db()
    assert mailbox.medium == "mail"


def test_a_test_message_goes_the_way_of_all_others(boss, group, now):
    boss.post(CHANNELS, {"action": "test", "_selected_action": [group.pk]})
    message = Message.objects.get()
    assert (message.channel, message.kind, message.state, message.next_try_at) == (group, "test", "waiting", NOW)
    assert Entry.objects.filter(verb="channel.tested").count() == 1


def test_what_was_given_up_is_seen_and_tried_again_on_record(boss, group, now):
    failed = write(group, state="failed", done_at=NOW, tries=7, last_error="HTTP 404")
    assert "HTTP 404" in boss.get(MESSAGES, {"state": "failed"}).content.decode()
    boss.post(MESSAGES, {"action": "try_again", "_selected_action": [failed.pk]})
    failed.refresh_from_db()
    assert (failed.state, failed.tries, failed.done_at) == ("waiting", 0, None)
    assert Entry.objects.get(verb="message.retried").detail == {"count": 1}


def test_who_may_only_look_cannot_try_again(cast, browser, group, now):
    looker = User.objects.create_user("looker", "a long password 9", name="值班", is_staff=True,
                                      must_change_password=False)
    looker.user_permissions.set(Permission.objects.filter(codename="view_message"))
    failed = write(group, state="failed", done_at=NOW)
    client = browser(looker)
    assert client.get(MESSAGES).status_code == 200
    client.post(MESSAGES, {"action": "try_again", "_selected_action": [failed.pk]})
    failed.refresh_from_db()
    assert failed.state == "failed"


def test_without_a_mail_server_the_list_says_so(boss, settings, now):
    settings.EMAIL_HOST = ""
    assert "SHUANGLIU_MAIL_HOST" in boss.get(CHANNELS).content.decode()
    settings.EMAIL_HOST = "post.test"
    assert "SHUANGLIU_MAIL_HOST" not in boss.get(CHANNELS).content.decode()
