"""What was read or sent long ago is removed, nothing else."""

from datetime import timedelta

from shuangliu.notices.models import Message, Notice
from shuangliu.retention import forgetting
from tests.conftest import NOW

from .samples import told
from .test_outbox import write

LONG_AGO, LATELY = NOW - timedelta(days=91), NOW - timedelta(days=89)


def test_read_long_ago(cast):
    read = [told(cast.wang, at=at) for at in (LONG_AGO, LATELY)]
    for notice in read:
        Notice.objects.filter(pk=notice.pk).update(read_at=notice.at)
    unread = told(cast.li, at=LONG_AGO)
    assert forgetting.forget(at=NOW) == {"notice.read": 1}
    assert set(Notice.objects.all()) == {read[1], unread}
    assert forgetting.forget(at=NOW) == {}


def test_sent_or_given_up_long_ago(group, monkeypatch):
    monkeypatch.setattr(forgetting, "BATCH", 1)
    for at, state in [(LONG_AGO, "sent"), (LONG_AGO + timedelta(seconds=1), "failed"), (LATELY, "sent")]:
        write(group, at=at, state=state, done_at=at)
    write(group, at=LONG_AGO - timedelta(days=1))
    assert forgetting.forget(at=NOW) == {"notice.message": 2}
    assert sorted(Message.objects.values_list("state", flat=True)) == ["sent", "waiting"]
