"""What a person makes of the list: kept filters, columns; and what has slept."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from incidents import actions
from incidents.columns import COLUMNS
from incidents.models import Incident
from incidents.states import Stage
from incidents.worklist import WORKLIST
from shuangliu.worklists.actions import MOST, save_filter
from shuangliu.worklists.models import SavedFilter

from .story import PIPE

LIST, FILTERS = reverse("incidents:incident-list"), reverse("incidents:incident-list-filters")


@pytest.fixture
def zhao(story, browser):
    return browser(story.cast.zhao)


def one(saved) -> str:
    return reverse("incidents:incident-list-filter", args=[saved.pk])


def test_the_present_filter_is_kept_under_a_name_and_shown(story, zhao):
    urgent = story.report(kind=PIPE)
    story.report()
    query = "tab=open&is_urgent=on&after=xyz&nonsense=1"
    answer = zhao.post(FILTERS, {"name": "急件", "query": query})
    assert answer.url == f"{LIST}?tab=open&is_urgent=on"
    page = zhao.get(answer.url)
    assert [row.number for row in page.context["rows"]] == [urgent.number]
    assert page.context["is_kept"]
    assert "急件" in page.content.decode()
    # Kept again under the same name it is one; without a filter there is nothing to keep.
    zhao.post(FILTERS, {"name": "急件", "query": "tab=waiting&is_urgent=on"})
    assert [saved.query for saved in SavedFilter.objects.all()] == ["tab=waiting&is_urgent=on"]
    assert zhao.post(FILTERS, {"name": "空的", "query": ""}).status_code == 422


@pytest.mark.parametrize(("name", "query"), [
    ("", "tab=open&is_urgent=on"), ("名" * 21, "tab=open&is_urgent=on"), ("好", "tab=nonsense"), ("好", "area=999999"),
    ("好", "start=昨天")])
def test_what_cannot_be_kept_is_said_and_nothing_typed_lost(zhao, name, query):
    answer = zhao.post(FILTERS, {"name": name, "query": query})
    assert answer.status_code == 422
    assert name in answer.content.decode()
    assert not SavedFilter.objects.exists()


def test_there_are_at_most_twelve(story, zhao):
    for number in range(MOST):
        save_filter(WORKLIST, by=story.cast.zhao, name=f"第{number}个", query="tab=open")
    answer = zhao.post(FILTERS, {"name": "再一个", "query": "tab=open"})
    assert answer.status_code == 422
    assert "12" in answer.content.decode()
    assert zhao.post(FILTERS, {"name": "第3个", "query": "tab=all"}).status_code == 302


def test_renamed_chosen_first_and_deleted(story, zhao):
    kept = [save_filter(WORKLIST, by=story.cast.zhao, name=name, query=f"tab={tab}")
            for name, tab in (("未结", "open"), ("全部", "all"))]
    assert zhao.post(one(kept[0]), {"act": "rename", "name": "全部"}).status_code == 422
    zhao.post(one(kept[0]), {"act": "rename", "name": "在办"})
    zhao.post(one(kept[0]), {"act": "default"})
    zhao.post(one(kept[1]), {"act": "default"})
    assert list(SavedFilter.objects.values_list("name", "is_default")) == [("在办", False), ("全部", True)]
    assert zhao.get(LIST).url == f"{LIST}?tab=all"
    assert zhao.get(LIST, {"tab": "waiting"}).status_code == 200
    zhao.post(one(kept[1]), {"act": "plain"})
    assert zhao.get(LIST).status_code == 200
    zhao.post(one(kept[1]), {"act": "delete"})
    zhao.post(one(kept[1]), {"act": "delete"})
    assert SavedFilter.objects.get() == kept[0]


def test_a_filter_shows_and_counts_what_its_owner_may_see(story, browser):
    story.report()
    for person, number in (("zhao", "1"), ("qian", "0")):
        user = getattr(story.cast, person)
        kept = save_filter(WORKLIST, by=user, name="在办", query="tab=open&area=510116001001")
        history = save_filter(WORKLIST, by=user, name="全部", query="tab=all")
        client = browser(user)
        counts = client.get(reverse("incidents:incident-list-counts")).json()
        assert counts[str(kept.pk)] == number
        assert str(history.pk) not in counts  # to count history would be to read it
        assert len(client.get(LIST, {"tab": "open", "area": "510116001001"}).context["rows"]) == int(number)


def test_nobody_touches_the_filter_of_another(story, browser):
    kept = save_filter(WORKLIST, by=story.cast.zhao, name="在办", query="tab=open")
    assert browser(story.cast.sun).post(one(kept), {"act": "delete"}).status_code == 404
    assert "在办" not in browser(story.cast.sun).get(FILTERS).content.decode()


def test_columns_are_chosen_per_person(story, browser):
    story.report(place="棠湖西路12号")
    zhao = browser(story.cast.zhao)
    assert "棠湖西路12号" not in zhao.get(LIST).content.decode()
    ticked = {"columns": ["place", "state", "nonsense"], "back": "tab=open"}
    answer = zhao.post(reverse("incidents:incident-columns"), ticked)
    assert answer.url == f"{LIST}?tab=open"
    page = zhao.get(LIST)
    assert [column.name for column in page.context["columns"]] == ["state", "place"]
    assert "棠湖西路12号" in page.content.decode()
    zhao.force_login(story.cast.sun, backend="django.contrib.auth.backends.ModelBackend")
    assert [column.name for column in zhao.get(LIST).context["columns"]] == [
        column.name for column in COLUMNS if column.is_usual]


def test_what_people_wrote_is_escaped_in_every_column(story, browser):
    zhao = browser(story.cast.zhao)
    story.report(place="<b>路口</b>", description="<i>积水</i>")
    zhao.post(reverse("incidents:incident-columns"), {"columns": [column.name for column in COLUMNS]})
    page = zhao.get(LIST).content.decode()
    assert "<b>路口" not in page
    assert "<i>积水" not in page
    assert "&lt;b&gt;路口" in page


def test_what_nobody_has_moved_for_days_sleeps(story, browser, now, settings):
    sleeping, woken = story.report(), story.report()
    later = now + timedelta(days=settings.INCIDENT_DORMANT_DAYS, minutes=1)
    actions.expire(sleeping, stage=Stage.ACCEPT, at=later - timedelta(days=2))  # the clock wakes nobody
    actions.accept(woken, by=story.cast.zhao, at=later - timedelta(days=2))
    assert list(Incident.objects.dormant(later)) == [sleeping]
    assert list(Incident.objects.dormant(now)) == []
    with time_machine.travel(later, tick=False):
        zhao = browser(story.cast.zhao)
        (pile,) = zhao.get(reverse("desk")).context["piles"]
        (part,) = pile.parts
        assert part.count == 1
        assert [row.number for row in zhao.get(part.url).context["rows"]] == [sleeping.number]


def test_the_desk_tells_apart_what_came_back_and_what_asks_for_a_word(story, browser):
    story.tell("closed")
    again = story.tell("resolved")
    story.rework(again)
    for person in ("wang", "guo"):
        client = browser(getattr(story.cast, person))
        (pile,) = client.get(reverse("desk")).context["piles"]
        (part,) = pile.parts
        rows = client.get(part.url).context["rows"]
        assert (part.count, [row.state for row in rows]) == (1, ["closed"] if person == "wang" else ["rework"])
        shown = sum(len(client.get(url).context["rows"]) for url in pile.links.values())
        assert shown == pile.total
