"""Somebody may be registered in two communities: each registrar learns that much, and may ask the other."""

import pytest
from django.urls import reverse

from residents import actions
from residents.models import Likeness
from shuangliu.audit.models import Entry
from shuangliu.notices.models import Notice

PILE = reverse("residents:duplicate-elsewhere")


@pytest.fixture
def pair(homes):
    return homes.pair_elsewhere()


def ask(client, person, pair):
    return client.post(reverse("residents:duplicate-ask", args=[person.pk, pair.pk]))


def test_each_side_learns_that_and_where_and_no_more(pair, cast, browser):
    for user, mine, other, there in ((cast.xie, pair.one, pair.other, "机场路社区"),
                                     (cast.yan, pair.other, pair.one, "棠湖社区")):
        page = browser(user).get(PILE)
        text = page.content.decode()
        assert [row[1:3] for row in page.context["rows"]] == [(mine, other)]
        assert page.context["rows"][0][3] == there
        assert there in text
        assert mine.number in text
        assert other.number not in text
        assert "罗永贵" not in text
        assert browser(user).get(other.get_absolute_url()).status_code == 404
        assert browser(user).get(pair.get_absolute_url()).status_code == 404


def test_who_keeps_both_sees_them_side_by_side_and_not_here(homes, cast, browser):
    homes.pair()
    assert not browser(cast.xie).get(PILE).context["rows"]


def test_the_other_registrar_is_asked_once(pair, cast, browser):
    xie = browser(cast.xie)
    assert ask(xie, pair.one, pair).status_code == 302
    ask(xie, pair.one, pair)
    told = Notice.objects.get(kind="duplicate.asked")
    assert (told.user, told.url) == (cast.yan, PILE)
    assert "罗" not in told.text
    assert Entry.objects.filter(verb="duplicate.ask").count() == 1
    pair.refresh_from_db()
    assert (pair.asked_by, pair.state) == (cast.xie, "open")


def test_nobody_asks_about_a_pair_that_is_not_theirs(pair, cast, browser):
    assert ask(browser(cast.yan), pair.one, pair).status_code == 404
    assert ask(browser(cast.wang), pair.one, pair).status_code == 403


def test_who_moves_into_the_same_community_is_there_no_longer(pair, homes, cast, browser):
    actions.move_in(pair.other, homes.dwelling(room="601"), by=cast.xie, at=homes.at, kind="registered")
    assert not Likeness.objects.elsewhere(cast.xie).exists()
    assert not Likeness.objects.elsewhere(cast.yan).exists()
    assert Likeness.objects.visible_to(cast.xie).get() == pair
