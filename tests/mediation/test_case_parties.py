"""Who the parties are, and who speaks for them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse

from mediation import actions
from mediation.actions import PartyGiven
from mediation.models import Party, Representative
from shuangliu import audit
from shuangliu.attachments.models import Attachment
from shuangliu.privacy.id_number import check_digit
from tests.attachments.images import photo
from tests.mediation.story import LIU, ZHANG, accepted, agreed, assigned, mediating, registered

CHILD = "51019920140901201"
CHILD += check_digit(CHILD)
BOY = PartyGiven("applicant", "张小宝", CHILD)
MOTHER = {"kind": "guardian", "name": "王秀英", "relation": "母亲", "id_number": "510199199002020039",
          "phone": "13800138005"}


def url(case, act: str) -> str:
    return reverse(f"mediation:case-{act}", args=[case.pk])


@pytest.fixture
def wu(story, browser):
    return browser(story.cast.wu)


def applicant(case) -> Party:
    return case.parties.get(role="applicant")


# What is kept


def test_birthday_and_sex_are_kept_only_where_no_number_tells_them(story):
    stated = {"sex": "1", "born_on": date(1980, 1, 1)}
    case = registered(story.cast, parties=[replace(ZHANG, **stated), replace(LIU, id_number="", **stated)])
    told, stated = case.parties.all()
    assert (told.stated_sex, told.stated_birthday, told.born_on, told.sex) == ("", "", date(1980, 1, 1), "1")
    assert (stated.stated_sex, stated.stated_birthday, stated.born_on) == ("1", "1980-01-01", date(1980, 1, 1))


@pytest.mark.parametrize(("born", "age", "minor"), [
    (date(2008, 3, 11), 18, False), (date(2008, 3, 12), 17, True), (None, None, False)])
def test_full_years_on_the_day(born, age, minor, story):
    party = registered(story.cast, parties=[PartyGiven("applicant", "张", born_on=born), LIU]).parties.first()
    assert (party.age_on(date(2026, 3, 11)), party.is_minor_on(date(2026, 3, 11))) == (age, minor)


@pytest.mark.parametrize("phone", ["+86 138-0013-8000", "138 0013 8000"])
def test_a_phone_is_found_however_it_is_written(phone, story):
    case = registered(story.cast, parties=[replace(ZHANG, phone=phone), LIU])
    assert applicant(case).phone_hash == applicant(registered(story.cast)).phone_hash


# Added, corrected, taken out


def test_a_party_is_added_later(wu, story):
    case = registered(story.cast)
    response = wu.post(url(case, "add-party"), {
        "role": "respondent", "name": "双流某物业公司", "is_organisation": "on", "id_number": "91350100m000100y43",
        "address": "东升街道", "consent": "written"})
    assert response.status_code == 302
    company = case.parties.get(is_organisation=True)
    assert (company.document, company.id_number, company.consents.count()) == ("USC", "91350100M000100Y43", 2)
    entry = audit.history(case).last()
    assert (entry.verb, entry.detail) == ("case.party_added", {"party": "被申请人 双流某物业公司"})


@pytest.mark.parametrize(("change", "field"), [
    ({"id_number": "91350100M000100Y44"}, "id_number"), ({"name": ""}, "name"),
    ({"is_organisation": "", "id_number": ZHANG.id_number}, "id_number"),
    ({"is_organisation": "", "document": "414", "id_number": "护照"}, "id_number"),
    ({"born_on": "2026-03-12"}, "born_on"),
])
def test_what_is_wrong_is_said_at_its_field(change, field, wu, story):
    case = registered(story.cast)
    sent = {"role": "respondent", "name": "双流某物业公司", "is_organisation": "on", "id_number": "91350100M000100Y43"}
    response = wu.post(url(case, "add-party"), sent | change)
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert case.parties.count() == 2


def test_who_the_parties_are_is_settled_when_they_have_met(wu, story, browser):
    case = mediating(story.cast)
    actions.retry_case(case, by=story.cast.feng, at=story.now, failed_reason="no_agreement")
    feng = browser(story.cast.feng)
    assert feng.post(url(case, "add-party"), {"role": "applicant", "name": "某"}).status_code == 409
    assert feng.post(url(case, "remove-party"), {"party": applicant(case).pk, "reason": "误"}).status_code == 409
    assert "增减当事人" in feng.post(url(case, "add-party"), {"role": "applicant", "name": "某"}).text
    assert case.parties.count() == 2


def test_a_party_is_taken_out_with_its_data(wu, story):
    case = assigned(story.cast, parties=[ZHANG, LIU, PartyGiven("respondent", "赵误记")])
    wrong = case.parties.last()
    assert wu.post(url(case, "remove-party"), {"party": wrong.pk, "reason": "系房东，非当事人"}).status_code == 302
    assert not Party.objects.filter(pk=wrong.pk).exists()
    assert audit.history(case).last().detail == {"party": "被申请人 赵**", "why": "系房东，非当事人"}


def test_a_correction_changes_what_was_typed_and_nothing_else(wu, story):
    case = registered(story.cast)
    party = applicant(case)
    sent = {"party": party.pk, "phone": "13800138009", "stated_sex": "2", "erase": ["address"]}
    assert wu.post(url(case, "correct-party"), sent).status_code == 302
    after = applicant(case)
    assert (after.name, after.phone, after.id_number) == ("张三丰", "13800138009", ZHANG.id_number)
    assert after.phone_hash != party.phone_hash
    assert after.stated_sex == ""  # the number tells it
    entry = audit.history(case).last()
    assert entry.detail["fields"] == ["address", "phone", "stated_sex"]
    assert "13800138009" not in str(entry.detail)
    assert "电话" in wu.get(case.get_absolute_url()).text


def test_after_the_first_session_a_correction_says_why(story, browser):
    case = mediating(story.cast)
    feng, sent = browser(story.cast.feng), {"party": applicant(case).pk, "name": "张三峰"}
    assert feng.post(url(case, "correct-party"), sent).status_code == 422
    assert feng.post(url(case, "correct-party"), sent | {"reason": "登记时写错字"}).status_code == 302
    assert applicant(case).name == "张三峰"


def test_a_correction_shows_nobody_in_clear(wu, story):
    case = registered(story.cast)
    text = wu.get(f"{url(case, 'correct-party')}?party={applicant(case).pk}").text
    assert not [secret for secret in (ZHANG.name, ZHANG.id_number, ZHANG.phone) if secret in text]


def test_a_number_of_the_other_side_is_refused(wu, story):
    case = registered(story.cast)
    response = wu.post(url(case, "correct-party"), {"party": applicant(case).pk, "id_number": LIU.id_number})
    assert response.status_code == 422
    assert "不能重复" in response.text


def test_more_than_five_do_not_speak_for_a_group(wu, story):
    workers = [PartyGiven("applicant", f"工人{n}", is_spokesperson=True) for n in range(5)]
    case = registered(story.cast, code="0701", parties=[*workers, LIU])
    sixth = {"role": "applicant", "name": "工人六", "is_spokesperson": "on"}
    assert wu.post(url(case, "add-party"), sixth).status_code == 422
    assert wu.post(url(case, "add-party"), sixth | {"is_spokesperson": ""}).status_code == 302


@pytest.mark.parametrize(("code", "warned"), [("0503", True), ("0201", False)])
def test_more_than_three_a_side_are_named_in_a_traffic_case(code, warned, wu, story):
    many = [PartyGiven("applicant", f"乘客{n}") for n in range(4)]
    case = registered(story.cast, code=code, parties=[*many, LIU])
    assert ("不得超过三人" in wu.get(case.get_absolute_url()).text) is warned


# Guardians and agents


def test_a_minor_is_not_accepted_without_a_guardian(wu, story):
    case = registered(story.cast, parties=[BOY, LIU])
    response = wu.post(url(case, "accept"), {"elsewhere": "no"})
    assert response.status_code == 422
    assert "申请人 张**系未成年人，须登记法定代理人。" in response.text
    boy = applicant(case)
    assert wu.post(url(case, "represent"), {"party": boy.pk, **MOTHER, "uuid": "7d1a2f58-8f1e-4b0e-8a34-0d6f3b1c2a77"}
                   ).status_code == 302
    assert wu.post(url(case, "accept"), {"elsewhere": "no"}).status_code == 302
    page = wu.get(case.get_absolute_url()).text
    assert "法定代理人" in page
    assert "王秀英" not in page


def test_a_guardian_who_left_is_none(story):
    case = registered(story.cast, parties=[BOY, LIU])
    speaker = actions.represent_party(case, by=story.cast.wu, at=story.now, party=applicant(case), kind="guardian",
                                       name="王")
    for _ in range(2):
        actions.dismiss_representative(case, by=story.cast.wu, at=story.now, representative=speaker)
    assert [entry.verb for entry in audit.history(case)].count("case.dismissed") == 1
    with pytest.raises(actions.NotReady):
        actions.accept_case(case, by=story.cast.wu, at=story.now)


def test_an_agent_shows_a_power_of_attorney(story, browser):
    case, feng = assigned(story.cast), browser(story.cast.feng)
    sent = {"party": applicant(case).pk, "kind": "agent", "name": "李律师", "relation": "律师",
            "uuid": "7d1a2f58-8f1e-4b0e-8a34-0d6f3b1c2a78"}
    response = feng.post(url(case, "represent"), sent)
    assert response.status_code == 422
    assert {"powers", "authorised_on"} <= set(response.context["form"].errors)
    sent |= {"powers": "special", "authorised_on": "2026-03-10", "papers": photo("委托书.jpg")}
    assert feng.post(url(case, "represent"), sent).status_code == 302
    agent = Representative.objects.get()
    paper = Attachment.objects.get()
    assert (paper.matter_type, paper.matter_id, paper.role) == ("mediation.representative", agent.pk, "paper")
    assert paper.url in feng.get(case.get_absolute_url()).text
    assert feng.get(paper.url).status_code == 200
    for stranger in ("chen", "wang", "qian"):
        assert browser(getattr(story.cast, stranger)).get(paper.url).status_code == 404


@pytest.mark.parametrize(("change", "field"), [
    ({"authorised_on": "2026-03-12"}, "authorised_on"), ({"id_number": "1"}, "id_number"),
    ({"id_number": ZHANG.id_number}, "id_number"), ({"party": "0"}, "party"), ({"kind": "friend"}, "kind"),
])
def test_what_an_agent_lacks_is_said(change, field, wu, story):
    case = registered(story.cast)
    sent = {"party": applicant(case).pk, "kind": "agent", "name": "李律师", "powers": "general",
            "authorised_on": "2026-03-10", "uuid": "7d1a2f58-8f1e-4b0e-8a34-0d6f3b1c2a79"}
    response = wu.post(url(case, "represent"), sent | change)
    assert response.status_code == 422
    assert field in response.context["form"].errors


def test_a_company_has_no_guardian(wu, story):
    company = PartyGiven("applicant", "某公司", is_organisation=True)
    case = registered(story.cast, parties=[company, LIU])
    response = wu.post(url(case, "represent"), {"party": applicant(case).pk, **MOTHER,
                                                "uuid": "7d1a2f58-8f1e-4b0e-8a34-0d6f3b1c2a80"})
    assert response.status_code == 422


def test_a_stated_purpose_shows_the_representative_too(wu, story):
    case = registered(story.cast, parties=[BOY, LIU])
    actions.represent_party(case, by=story.cast.wu, at=story.now, party=applicant(case), **MOTHER)
    wu.post(url(case, "reveal"), {"purpose": "reach"})
    assert "王秀英" in wu.get(case.get_absolute_url()).text


# Rights and states


@pytest.mark.parametrize("act", ["add-party", "correct-party", "remove-party", "represent", "dismiss", "consent"])
def test_who_may(act, story, browser, neighbours):
    case = accepted(story.cast)
    assert browser(story.cast.chen).post(url(case, act)).status_code == 403
    assert browser(neighbours["wu"]).post(url(case, act)).status_code == 404
    assert browser(story.cast.feng).get(url(case, act)).status_code == 404  # not his case
    assert browser(story.cast.wu).post(url(case, act), {}).status_code == 422


@pytest.mark.parametrize("act", ["add-party", "remove-party", "represent", "dismiss", "consent"])
def test_an_agreed_case_says_so(act, story, browser):
    case = agreed(story.cast, at=story.now - timedelta(hours=1))
    assert browser(story.cast.wu).post(url(case, act), {"name": "写了很久"}).status_code == 409


def test_a_party_of_another_case_is_none_of_this(wu, story):
    case, other = registered(story.cast), registered(story.cast)
    response = wu.post(url(case, "correct-party"), {"party": applicant(other).pk, "name": "某"})
    assert response.status_code == 422
    assert applicant(other).name == "张三丰"
