"""The daily digest: once a person and working day, after eight, for those with something waiting."""

from datetime import date, datetime, timedelta

import pytest
import time_machine

from incidents.models import Incident
from shuangliu.notices import digest
from shuangliu.notices.models import Message, Notice
from tests.conftest import SHANGHAI
from tests.incidents.story import Story, make_kinds
from tests.mediation import story as mediation

EIGHT = datetime(2026, 3, 12, 8, 0, tzinfo=SHANGHAI)  # a Thursday


@pytest.fixture
def work(cast, now):
    """A report that waits for Zhao; a dispute that waits for Wu."""
    mediation.network(cast)
    mediation.registered(cast)
    return Story(cast, make_kinds()).report()


def send(at: datetime) -> int:
    with time_machine.travel(at, tick=False):
        return digest.send(at)


def digests() -> dict[str, str]:
    return dict(Notice.objects.filter(kind=digest.KIND).values_list("user__username", "text"))


def test_who_has_something_waiting_is_told(work, cast):
    assert send(EIGHT) == 2
    assert digests() == {
        "zhao": "事件：待办 1 件，其中超期 1 件、今日到期 0 件、7 天无进展 0 件",
        "wu": "调解案件：待办 1 件，其中超期 0 件、今日到期 0 件、10 天未调解 0 件",
    }
    assert {notice.url for notice in Notice.objects.filter(kind=digest.KIND)} == {"/"}


def test_once_a_day_however_often_the_job_runs(work, cast, mailbox):
    mailbox.user = cast.zhao
    mailbox.save()
    assert [send(EIGHT), send(EIGHT), send(EIGHT + timedelta(hours=9))] == [2, 0, 0]
    assert Message.objects.filter(kind=digest.KIND).count() == 1
    assert send(EIGHT + timedelta(days=1)) == 2


def test_not_before_the_hour(work):
    assert send(EIGHT - timedelta(seconds=1)) == 0


@pytest.mark.parametrize(("day", "is_worked"), [
    (date(2026, 3, 14), False),  # a Saturday
    (date(2026, 10, 1), False),  # National Day, a Thursday
    (date(2026, 10, 10), True),  # a make-up Saturday
])
def test_on_working_days_only(work, day, is_worked):
    assert bool(send(EIGHT.replace(month=day.month, day=day.day))) == is_worked


def test_what_nobody_touches_is_counted(work, cast):
    Incident.objects.update(moved_at=EIGHT - timedelta(days=8))  # a clock that struck since has touched nothing
    assert send(EIGHT) == 2
    assert digests()["zhao"].endswith("7 天无进展 1 件")


def test_who_was_killed_on_the_way_goes_on(work, monkeypatch):
    """Killed after Zhao was told and before Wu was."""
    monkeypatch.setattr(digest, "BATCH", 1)
    tell = digest.tell

    def once(*args, **more):
        monkeypatch.setattr(digest, "tell", break_down)
        tell(*args, **more)

    def break_down(*args, **more):
        raise KeyboardInterrupt

    monkeypatch.setattr(digest, "tell", once)
    with pytest.raises(KeyboardInterrupt):
        send(EIGHT)
    assert set(digests()) == {"zhao"}
    monkeypatch.setattr(digest, "tell", tell)
    assert send(EIGHT) == 1
    assert set(digests()) == {"zhao", "wu"}


def test_the_job_is_in_the_list(work):
    from shuangliu.notices.tasks import send_digest

    with time_machine.travel(EIGHT + timedelta(seconds=3), tick=False):
        assert send_digest() == 2
