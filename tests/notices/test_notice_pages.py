"""My notices: the list, opening one, the bell."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from shuangliu.notices.models import Notice
from tests.conftest import NOW

from .samples import many, told

LIST, READ = reverse("notices:notice-list"), reverse("notices:notice-read")


def shown(client, **query) -> list[Notice]:
    answer = client.get(LIST, query)
    assert answer.status_code == 200
    return answer.context["page"].rows


def test_unread_first_and_all_beside(cast, browser, now):
    old, new = told(cast.wang), told(cast.wang, at=NOW + timedelta(minutes=1))
    Notice.objects.filter(pk=old.pk).read(NOW)
    told(cast.li)
    wang = browser(cast.wang)
    assert shown(wang) == [new]
    assert shown(wang, tab="all") == [new, old]
    assert wang.get(LIST, {"tab": "nonsense"}).status_code == 400
    assert wang.get(LIST, {"after": "nonsense"}).status_code == 400


def test_paging_shows_each_once(cast, browser, now):
    many(cast, 55)
    wang = browser(cast.wang)
    first = wang.get(LIST).context["page"]
    second = wang.get(LIST, {"after": first.next_cursor}).context["page"]
    rows = [*first.rows, *second.rows]
    assert len(rows) == len(set(rows)) == 55
    assert second.next_cursor is None


def test_opening_one_leads_to_its_matter_and_reads_it(cast, browser, now):
    notice = told(cast.wang)
    answer = browser(cast.wang).get(notice.get_absolute_url())
    assert (answer.status_code, answer.url) == (302, "/incidents/1/")
    notice.refresh_from_db()
    assert notice.read_at == NOW


def test_a_look_ahead_reads_nothing(cast, browser, now):
    notice = told(cast.wang)
    assert browser(cast.wang).head(notice.get_absolute_url()).status_code == 302
    notice.refresh_from_db()
    assert notice.read_at is None


@pytest.mark.parametrize("pk", [None, 10**6, 2**70])
def test_anothers_does_not_exist(cast, browser, pk, now):
    notice = told(cast.wang)
    url = notice.get_absolute_url() if pk is None else f"/notices/{pk}/"
    assert browser(cast.li).get(url).status_code == 404
    notice.refresh_from_db()
    assert notice.read_at is None


def test_mark_all_reads_what_stood_there_and_only_mine(cast, browser, now):
    seen, foreign = told(cast.wang), told(cast.li)
    wang = browser(cast.wang)
    last = wang.get(LIST).context["newest"]
    came_meanwhile = told(cast.wang, at=NOW + timedelta(minutes=1))
    assert wang.get(READ).status_code == 405
    for _ in range(2):
        assert wang.post(READ, {"last": last}).status_code == 302
    assert set(Notice.objects.unread()) == {came_meanwhile, foreign}
    assert seen not in shown(wang)


@pytest.mark.parametrize("last", ["", "alle", "-1", "1.5", "9" * 19, "２"])
def test_mark_all_up_to_nonsense(cast, browser, last, now):
    told(cast.wang)
    assert browser(cast.wang).post(READ, {"last": last}).status_code == 400
    assert Notice.objects.unread().exists()


def test_the_bell_counts_on_every_page(cast, browser, now):
    wang = browser(cast.wang)
    desk = reverse("desk")
    assert "条未读" not in wang.get(desk).content.decode()
    many(cast, 3)
    assert "消息通知，3 条未读" in wang.get(desk).content.decode()
    many(cast, 120)
    assert "99+" in wang.get(desk).content.decode()


def test_the_bell_costs_one_statement_and_strangers_none(cast, browser, now):
    def asked(client, url) -> list[str]:
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        return [query["sql"] for query in queries if "notices_notice" in query["sql"]]

    assert len(asked(browser(cast.wang), reverse("desk"))) == 1
    assert asked(browser(), reverse("accounts:login")) == []


def test_an_empty_list_says_what_will_come(cast, browser, now):
    for tab in ("unread", "all"):
        assert "会在这里通知您" in browser(cast.nobody).get(LIST, {"tab": tab}).content.decode()


def test_words_are_those_of_the_reader(cast, browser, now):
    told(cast.wang)
    wang = browser(cast.wang)
    assert "您上报的事件已结案" in wang.get(LIST).content.decode()
    assert "Your report is settled" in wang.get(LIST, headers={"accept-language": "en"}).content.decode()
