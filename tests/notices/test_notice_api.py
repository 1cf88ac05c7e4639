"""/api/v1/notices/: one's own, read and unread."""

from datetime import timedelta

import pytest
from django.urls import reverse

from shuangliu.notices.models import Notice
from tests.conftest import NOW

from .samples import many, told

LIST, READ = reverse("api:notice-list"), reverse("api:notice-read-all")


def test_the_list(cast, browser, now):
    notice = told(cast.wang, urgent=True)
    told(cast.li)
    assert browser(cast.wang).get(LIST).json() == {"next": None, "results": [{
        "id": notice.pk, "kind": "incident.closed", "title": "您上报的事件已结案，请评价",
        "text": "SJ00000001 暴露垃圾", "url": "/incidents/1/",
        "matter_type": "accounts.user", "matter_id": cast.wang.pk,
        "at": "2026-03-11T09:30:00+08:00", "is_urgent": True, "read_at": None}]}


def test_only_the_unread_ones(cast, browser, now):
    many(cast, 2)
    Notice.objects.filter(pk=Notice.objects.first().pk).read(NOW)
    wang = browser(cast.wang)
    assert [len(wang.get(LIST, {"unread": given}).json()["results"]) for given in ("1", "0")] == [1, 2]


def test_reading_one(cast, browser, now):
    notice = told(cast.wang)
    wang = browser(cast.wang)
    answers = [wang.post(reverse("api:notice-read", args=[notice.pk])).json()["read_at"] for _ in range(2)]
    assert answers == ["2026-03-11T09:30:00+08:00"] * 2


def test_reading_all_up_to_one(cast, browser, now):
    many(cast, 3)
    last = Notice.objects.order_by("id")[1].pk
    told(cast.li, at=NOW - timedelta(days=1))
    wang = browser(cast.wang)
    assert wang.post(READ, {"last": last}, "application/json").json() == {"read": 2}
    assert wang.post(READ, {"last": last}, "application/json").json() == {"read": 0}


@pytest.mark.parametrize("sent", [{}, {"last": "alle"}, {"last": -1}, {"last": 2**63}, []])
def test_nonsense(cast, browser, sent, now):
    assert browser(cast.wang).post(READ, sent, "application/json").status_code == 400


def test_a_stranger(cast, browser):
    assert browser().get(LIST).status_code == 401
    assert browser().post(READ, {"last": 1}, "application/json").status_code == 401
