"""What the leader is told stands at the bell, and goes out on the channel that was set up."""

from django.urls import reverse

from patrol.shifts import actions
from patrol.shifts.states import LATE_AFTER
from shuangliu.notices.models import Channel, Message
from tests.patrol import patrols
from tests.patrol.patrols import START


def test_a_late_start_reaches_bell_and_mailbox(cast, browser, now, settings):
    settings.EMAIL_HOST = "mail.example.cn"
    Channel.objects.create(medium="mail", user=cast.jin, address="jin@example.cn")
    shift = patrols.shift(cast)
    actions.watch(START + LATE_AFTER)
    page = browser(cast.jin).get(reverse("notices:notice-list")).content.decode()
    assert "无人签到" in page
    assert shift.number in page
    message = Message.objects.get(channel__user=cast.jin)
    assert "无人签到" in f"{message.title}{message.text}"
