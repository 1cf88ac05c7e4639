"""The search box: words, a number, the phone of a reporter; over what the asker may see and nothing else."""

import pytest
from django.urls import reverse

from incidents.models import Incident
from shuangliu.audit.models import Entry
from tests.cast import NEXT_DOOR, OTHER_TOWN

BOX, LIST = reverse("incidents:incident-search"), reverse("incidents:incident-list")
PHONE = "13800138000"


@pytest.fixture
def rubbish(story):
    return story.report(description="桥头垃圾桶满了没人收，已经有味道", place="桥头")


def asked(client, typed, query=""):
    """What the box leads to."""
    return client.post(BOX + query, {"q": typed}, follow=True)


def numbers(answer) -> list[str]:
    return [row.number for row in answer.context["rows"]]


def test_words_are_found_in_text_place_and_reply(rubbish, story, browser):
    done = story.tell("resolved", description="井盖破损", place="棠湖东路")
    zhao = browser(story.cast.zhao)
    assert numbers(asked(zhao, "垃圾 味道")) == [rubbish.number]
    assert numbers(asked(zhao, "棠湖东路")) == [done.number]
    assert numbers(asked(zhao, "已清运")) == [done.number]
    assert numbers(asked(zhao, "垃圾 井盖")) == []


def test_newest_first(story, browser):
    rows = [story.report(description=f"第{n}堆垃圾") for n in range(3)]
    assert numbers(asked(browser(story.cast.zhao), "垃圾")) == [row.number for row in reversed(rows)]


def test_every_tab_can_be_searched(rubbish, story, browser):
    other = story.report(description="井盖破损")
    zhao, wang = browser(story.cast.zhao), browser(story.cast.wang)
    for tab in ("waiting", "open", "all"):
        assert numbers(zhao.get(LIST, {"tab": tab, "q": "井盖"})) == [other.number]
    assert numbers(wang.get(LIST, {"tab": "mine", "q": "味道"})) == [rubbish.number]


@pytest.mark.parametrize("who", ["wang", "li", "zhao", "sun", "tang", "chen", "zhou", "guo", "qian"])
def test_nobody_finds_what_they_may_not_see(story, browser, who):
    for point in (None, NEXT_DOOR, OTHER_TOWN):
        story.report(description="桥头垃圾", point=point)
    story.tell("resolved", description="桥头垃圾")
    user = getattr(story.cast, who)
    visible = {incident.number for incident in Incident.objects.visible_to(user)}
    assert set(numbers(browser(user).get(LIST, {"q": "垃圾"}))) <= visible


def test_filters_stay(rubbish, story, browser):
    accepted = story.tell("accepted", description="路口垃圾")
    answer = asked(browser(story.cast.zhao), "垃圾", "?state=accepted&tab=waiting&after=x")
    assert answer.redirect_chain[0][0] == f"{LIST}?state=accepted&q=%E5%9E%83%E5%9C%BE"
    assert numbers(answer) == [accepted.number]


@pytest.mark.parametrize("write", [str, str.lower, lambda number: f" {number} ", lambda number: number[2:]])
def test_a_number_leads_to_its_incident(rubbish, story, browser, write):
    answer = browser(story.cast.zhao).post(BOX, {"q": write(rubbish.number)})
    assert answer.url == rubbish.get_absolute_url()


def test_the_number_of_what_one_may_not_see_finds_nothing(rubbish, story, browser):
    answer = asked(browser(story.cast.qian), rubbish.number)
    assert (answer.status_code, numbers(answer)) == (200, [])


def test_old_links_with_a_number_still_work(rubbish, story, browser):
    assert numbers(browser(story.cast.zhao).get(LIST, {"number": str(rubbish.pk)})) == [rubbish.number]


@pytest.mark.parametrize("typed", [PHONE, "138-0013 8000", "+86 138 0013 8000", "１３８００１３８０００"])
def test_a_phone_leads_to_what_its_owner_reported(rubbish, story, browser, typed):
    story.cast.wang.phone = PHONE
    story.cast.wang.save()
    story.report(by=story.cast.li)
    answer = asked(browser(story.cast.zhao), typed)
    assert numbers(answer) == [rubbish.number]
    assert "138" not in answer.redirect_chain[0][0]


def test_looking_up_a_phone_is_remembered_and_the_phone_is_not(rubbish, story, browser):
    story.cast.wang.phone = PHONE
    story.cast.wang.save()
    asked(browser(story.cast.zhao), PHONE)
    entry = Entry.objects.latest("pk")
    assert (entry.verb, entry.actor_id, entry.matter_id) == (
        "incident.reporter_looked_up", story.cast.zhao.pk, story.cast.wang.pk)
    assert PHONE not in str(entry.detail)


def test_whose_phone_exists_is_not_told_to_who_sees_nothing_of_theirs(rubbish, story, browser):
    story.cast.wang.phone = PHONE
    story.cast.wang.save()
    qian = browser(story.cast.qian)
    known, unknown = asked(qian, PHONE), asked(qian, "13900139000")
    assert known.redirect_chain == unknown.redirect_chain
    assert numbers(known) == []


@pytest.mark.parametrize("typed", [PHONE, "110101199003070134", "王某 13800138000", "11010119900307013X 垃圾"])
def test_a_private_number_in_an_address_is_refused(story, browser, typed):
    answer = browser(story.cast.zhao).get(LIST, {"q": typed})
    assert answer.status_code == 422
    assert "检索词中请勿夹带手机号、证件号" in answer.content.decode()


@pytest.mark.parametrize("typed", ["110101199003070134", "１１０１０１１９９００３０７０１３４", "王某 13800138000"])
def test_a_private_number_gets_into_no_address(rubbish, story, browser, typed):
    answer = asked(browser(story.cast.zhao), typed)
    assert [address for address, _code in answer.redirect_chain] == [f"{LIST}?"]
    assert "检索词中请勿夹带手机号、证件号" in answer.content.decode()


@pytest.mark.parametrize("typed", ["灯", "灯 路"])
def test_one_character_is_kindly_refused(rubbish, story, browser, typed):
    answer = asked(browser(story.cast.zhao), typed)
    assert answer.status_code == 422
    assert "至少输入两个字" in answer.content.decode()
    assert f'value="{typed}"' in answer.content.decode()


@pytest.mark.parametrize("typed", [
    "%_*", "'\"\\", "垃圾)) OR ((", "🚧🚧", "-垃圾", "𡐓坝", "<b>", "NOT", "x" * 101, "a\0b"])
def test_no_character_does_harm(rubbish, story, browser, typed):
    answer = asked(browser(story.cast.zhao), typed)
    assert answer.status_code in (200, 422)
    if answer.status_code == 200:
        assert numbers(answer) == []


def test_an_empty_search_is_the_list(rubbish, story, browser):
    assert asked(browser(story.cast.zhao), " ").redirect_chain[-1][0].rstrip("?") == LIST
    assert browser(story.cast.zhao).get(BOX).status_code == 302


def test_what_was_found_is_marked(story, browser):
    story.report(description="<b>桥头</b>垃圾" + "一" * 80 + "讨薪" + "二" * 80, place="人民路")
    zhao = browser(story.cast.zhao)
    page = zhao.get(LIST, {"q": "桥头"}).content.decode()
    assert "&lt;b&gt;<mark>桥头</mark>&lt;/b&gt;垃圾" in page
    far = zhao.get(LIST, {"q": "讨薪"}).context["rows"][0]
    assert far.title.startswith("…一")
    assert "<mark>讨薪</mark>" in far.title
    place = zhao.get(LIST, {"q": "人民路"}).context["rows"][0]
    assert place.found == "地点 · <mark>人民路</mark>"


def test_nothing_found_says_what_to_try(rubbish, story, browser):
    page = asked(browser(story.cast.zhao), "没有这样的词").content.decode()
    assert "没有事件包含这些词" in page
    assert "带上 SJ" in page


def test_the_box_stands_open_and_keeps_what_was_typed(rubbish, story, browser):
    page = browser(story.cast.zhao).get(LIST, {"q": "垃圾"}).content.decode()
    assert page.index('role="search"') < page.index('<details class="stack"')
    assert '<details class="stack">' in page  # nothing is narrowed
    assert 'value="垃圾"' in page


def test_an_ended_session_loses_no_search(rubbish, story, browser):
    client = browser(story.cast.zhao)
    client.get(LIST)
    client.logout()
    assert client.post(BOX, {"q": "垃圾"}).status_code == 302
    client.force_login(story.cast.zhao, backend="django.contrib.auth.backends.ModelBackend")
    assert numbers(client.get(BOX, follow=True)) == [rubbish.number]


def test_pages_of_a_search(story, browser):
    for n in range(55):
        story.report(description=f"第{n}堆垃圾")
    zhao = browser(story.cast.zhao)
    first = zhao.get(LIST, {"q": "垃圾"})
    second = zhao.get(LIST, {"q": "垃圾", "after": first.context["page"].next_cursor})
    assert len({*numbers(first), *numbers(second)}) == 55
    assert zhao.get(LIST, {"q": "垃圾", "after": "unsinn"}).status_code == 400


def test_more_rows_cost_no_more_queries(story, browser, django_assert_max_num_queries):
    zhao = browser(story.cast.zhao)
    for _ in range(4):
        story.tell("resolved", description="垃圾")
    zhao.get(LIST)
    with django_assert_max_num_queries(20) as few:
        zhao.get(LIST, {"q": "清运"})
    for _ in range(8):
        story.tell("resolved", description="垃圾")
    with django_assert_max_num_queries(len(few)):
        zhao.get(LIST, {"q": "清运"})
