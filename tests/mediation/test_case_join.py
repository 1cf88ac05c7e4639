"""The same dispute over several channels: found, joined, counted once, taken apart again."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from mediation import actions
from mediation.models import Case
from mediation.same import same, same_as
from shuangliu import audit, deadlines
from tests.mediation.story import LIU, ZHANG, accepted, agreed, category, joined, mediating, refused, registered
from tests.mediation.test_case_api import api, sent  # noqa: F401

HUA = replace(ZHANG, name="华某", id_number="510199199002020039", phone="13800138007")
QIU = replace(LIU, name="邱某", id_number="", phone="")


def url(case, act: str) -> str:
    return reverse(f"mediation:case-{act}", args=[case.pk])


def other_people(story, **given) -> Case:
    return registered(story.cast, **{"parties": [HUA, QIU], "code": "0701", "title": "拖欠工资", **given})


# Finding


def found(user, story, **asked) -> list[tuple[Case, str]]:
    return [(one.case, " · ".join(one.reasons)) for one in same(user, story.now, **asked)]


def test_the_same_number_of_another_office(story):
    case = other_people(story, source="petition", external_ref="XF2026-7")
    assert found(story.cast.wu, story, external_ref=" XF2026-7 ") == [(case, "来源编号相同：XF2026-7")]
    assert found(story.cast.wu, story, external_ref="XF2026-8") == []


@pytest.mark.parametrize(("asked", "why"), [
    ({"numbers": ["510199 19900202 003９"]}, "1 名当事人证件号码相同"), ({"phones": ["+86 138-0013-8007"]}, "1 "
                                                                                                 "名当事人电话相同")])
def test_the_same_people(asked, why, story):
    case = other_people(story)
    assert found(story.cast.wu, story, **asked) == [(case, why)]


def test_what_people_quarrelled_about_long_ago_is_not_shown(story):
    other_people(story, at=story.now - timedelta(days=366))
    assert found(story.cast.wu, story, numbers=[HUA.id_number]) == []


@pytest.mark.parametrize(("days", "code", "title", "is_found"), [
    (59, "0701", "工地拖欠工资", True), (61, "0701", "工地拖欠工资", False), (3, "0701", "解除合同补偿", False),
    (3, "0201", "工地拖欠工资", False), (3, "0799", "拖欠工资", True)])
def test_like_disputes_of_the_community(days, code, title, is_found, story):
    case = other_people(story, at=story.now - timedelta(days=days))
    asked = {"category": category(code), "area": story.cast.community, "title": title}
    assert [one for one, _why in found(story.cast.wu, story, **asked)] == [case] * is_found


def test_cases_of_another_town_are_nobody_elses_business(story, neighbours):
    other_people(story, external_ref="XF2026-7")
    assert found(neighbours["wu"], story, external_ref="XF2026-7", numbers=[HUA.id_number]) == []


def test_a_joined_one_is_told_as_the_case_it_goes_on_in(story):
    case = joined(story.cast)
    assert [one.case for one in same(story.cast.wu, story.now, external_ref=case.external_ref)] == [case.joined_to]
    assert same_as(case.joined_to, story.cast.wu, story.now) == []


def test_the_likeliest_comes_first_and_five_at_most(story):
    for _ in range(5):
        other_people(story)
    twice = other_people(story, external_ref="XF2026-7")
    shown = same(story.cast.wu, story.now, external_ref="XF2026-7", numbers=[HUA.id_number])
    assert len(shown) == 5
    assert shown[0].case == twice


# At the window


@pytest.fixture
def typed(story) -> dict:
    """What Wu types: the petition office sends the dispute that is there already."""
    return {
        "uuid": "3f0d5f8e-6c0b-4df7-9a55-1a0b0c0d0e0f", "source": "petition", "external_ref": "XF2026-9",
        "brought_by": "信访局接访科", "category": category("0701").pk, "scale": "01", "title": "讨薪",
        "happened_on": "2026-03-10",
        "area": story.cast.community.pk, "place": "工地", "people": "2", "summary": "工资未付。",
        "form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-role": "applicant", "form-0-name": HUA.name,
        "form-0-id_number": HUA.id_number, "form-1-role": "respondent", "form-1-name": "某公司",
        "form-1-is_organisation": "on"}


NEW = "/mediation/cases/new/"


def test_the_clerk_is_asked_before_it_is_stored(typed, story, browser):
    case, wu = other_people(story), browser(story.cast.wu)
    response = wu.post(NEW, typed)
    assert response.status_code == 422
    assert Case.objects.count() == 1
    for told in (case.number, "1 名当事人证件号码相同", "信访局接访科", HUA.id_number):
        assert told in response.text
    # Seen, and another dispute: registered.
    assert wu.post(NEW, typed | {"seen": [case.pk]}).status_code == 302
    made = Case.objects.latest("id")
    assert (made.state, made.brought_by, made.external_ref) == ("registered", "信访局接访科", "XF2026-9")


def test_one_tap_registers_and_joins(typed, story, browser):
    case, wu = other_people(story), browser(story.cast.wu)
    for _ in range(2):
        response = wu.post(NEW, typed | {"joins": case.pk})
        assert response["Location"] == case.get_absolute_url()
    made = Case.objects.latest("id")
    assert (Case.objects.count(), made.state, made.joined_to) == (2, "joined", case)
    page = wu.get(case.get_absolute_url()).text
    for told in ("多渠道来源", "XF2026-9", made.number):
        assert told in page
    assert case.number in wu.get(made.get_absolute_url()).text


def test_while_typing(typed, story, browser, neighbours):
    case = other_people(story)
    assert case.number in browser(story.cast.wu).post(f"{NEW}same/", typed).text
    assert case.number not in browser(neighbours["wu"]).post(f"{NEW}same/", typed).text
    assert browser(story.cast.wu).post(f"{NEW}same/", {"category": "x", "area": "-1", "uuid": "?"}).status_code == 200
    assert browser(story.cast.feng).post(f"{NEW}same/", typed).status_code == 403


@pytest.mark.parametrize("source", ["police_reception", "petition", "court"])
def test_offices_that_give_numbers_are_asked_for_them(source, typed, story, browser):
    response = browser(story.cast.wu).post(NEW, typed | {"source": source, "external_ref": ""})
    assert response.status_code == 422
    assert "external_ref" in response.context["form"].errors


def test_another_page_fills_the_form_beforehand(story, browser):
    asked = {"source": "hotline", "external_ref": "RX-1", "category": "0701", "area": "510116001001001",
             "title": "讨薪"}
    response = browser(story.cast.wu).get(NEW, asked)
    form = response.context["form"]
    assert [form[name].value() for name in asked] == [
        "hotline", "RX-1", category("0701").pk, story.cast.community.pk, "讨薪"]
    assert response.context["draft"] != "case-new"
    assert browser(story.cast.wu).get(NEW, {"area": "x", "category": "x"}).status_code == 200


# Joining, parting


def test_joined_it_waits_for_nobody_and_counts_nowhere(story, browser):
    main, case = accepted(story.cast), registered(story.cast)
    wu = browser(story.cast.wu)
    assert wu.post(url(case, "join"), {"into": main.number}).status_code == 302
    case.refresh_from_db()
    assert (case.state, case.due_at, case.joined_to, case.outcome) == ("joined", None, main, "")
    assert not deadlines.running(case).exists()
    assert case not in Case.objects.waiting_for(story.cast.wu)
    assert [audit.history(one).last().verb for one in (case, main)] == ["case.joined", "case.joined_by"]


def test_what_was_joined_before_comes_along(story):
    first, second, third = (registered(story.cast) for _ in range(3))
    for case, into in ((first, second), (second, third)):
        actions.join_case(case, by=story.cast.wu, at=story.now, into=into)
    assert set(third.joined.all()) == {first, second}


@pytest.mark.parametrize("into", [
    "itself", "agreed", "refused", "joined", "foreign", "TJ99999999", "", "TJ" + "9" * 18])
def test_into_what_nothing_can_be_joined(into, story, browser, neighbours):
    case = registered(story.cast)
    other = {"itself": lambda: case, "agreed": lambda: agreed(story.cast), "refused": lambda: refused(story.cast),
             "joined": lambda: joined(story.cast),
             "foreign": lambda: registered(story.cast, area=story.cast.areas["510116002"])}
    number = other[into]().number if into in other else into
    response = browser(story.cast.wu).post(url(case, "join"), {"into": number})
    assert response.status_code == 422
    case.refresh_from_db()
    assert case.state == "registered"


@pytest.mark.parametrize("act", ["join", "part"])
def test_who_may(act, story, browser, neighbours):
    case = joined(story.cast) if act == "part" else registered(story.cast)
    for person, status in ((story.cast.chen, 403), (story.cast.feng, 403), (neighbours["wu"], 404)):
        assert browser(person).post(url(case, act), {}).status_code == status
    wrong = mediating(story.cast)
    assert browser(story.cast.wu).post(url(wrong, act), {"into": case.number, "reason": "x"}).status_code == 409


def test_taken_apart_it_is_decided_on_anew(story, browser):
    case = joined(story.cast, at=story.now - timedelta(days=30))
    main = case.joined_to
    wu = browser(story.cast.wu)
    assert wu.post(url(case, "part"), {"reason": "另一户的漏水"}).status_code == 302
    assert wu.post(url(case, "part"), {"reason": "另一户的漏水"}).status_code == 409
    case.refresh_from_db()
    assert (case.state, case.joined_to) == ("registered", None)
    assert case.due_at > story.now
    assert [clock.kind for clock in deadlines.running(case)] == ["triage"]
    assert audit.history(main).last().verb == "case.parted_from"
    actions.accept_case(case, by=story.cast.wu, at=story.now)


# The API


def test_the_api_asks_the_same(api, sent, story):  # noqa: F811
    case = other_people(story, external_ref="XF2026-77")
    client = api(story.cast.wu)
    response = client.post("/api/v1/mediation/cases/", sent)
    assert response.status_code == 400
    assert [one["number"] for one in response.json()["same"]] == [case.number]
    assert client.post("/api/v1/mediation/cases/", sent | {"joins": case.pk}).json()["state"] == "joined"
    again = sent | {"uuid": "7d1a2f58-8f1e-4b0e-8a34-0d6f3b1c2a44", "seen": [case.pk]}
    assert client.post("/api/v1/mediation/cases/", again).json()["state"] == "registered"


def test_the_api_takes_all_of_a_party_and_shows_it_masked(api, sent, story):  # noqa: F811
    party = {"role": "applicant", "name": "华某某", "document": "414", "id_number": "E12345678", "sex": "2",
             "born_on": "2010-05-06", "address": "棠湖西路9号", "contact": "visit", "consent": "written"}
    shown = api(story.cast.wu).post("/api/v1/mediation/cases/", sent | {"parties": [party, sent["parties"][1]]}).json()
    one = shown["content"]["parties"][0]
    assert (one["name"], one["document"], one["id_number"]) == ("华**", "414", "*******78")
    assert [consent["what"] for consent in one["consents"]] == ["told", "agrees"]
    assert "棠湖西路9号" not in str(one)
    url = f"/api/v1/mediation/cases/{shown['id']}/transition/"
    answer = api(story.cast.wu).post(url, {"act": "accept", "elsewhere": "no"})
    assert answer.status_code == 400
    assert "未成年人" in str(answer.json())
