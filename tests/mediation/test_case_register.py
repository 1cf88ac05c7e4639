"""Wu writes a dispute down at the window."""

import pytest
from django.db import connection
from django.urls import reverse

from mediation import actions
from mediation.models import Case, DisputeCategory, Party
from shuangliu import audit, deadlines
from tests.conftest import SHANGHAI
from tests.mediation.story import LIU, ZHANG, category, registered

URL = "/mediation/cases/new/"
UUID = "3f0d5f8e-6c0b-4df7-9a55-1a0b0c0d0e0f"


@pytest.fixture
def sent(story) -> dict:
    """What Wu types."""
    return {
        "uuid": UUID, "source": "court", "external_ref": "（2026）川0116诉前12号", "category": category("0201").pk,
        "scale": "01", "title": "楼上漏水", "happened_on": "2026-03-10", "area": story.cast.community.pk,
        "place": "棠湖西路8号", "people": "3", "summary": "厨房下水管漏水。𠮷宅😀",
        "form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0",
        **{f"form-{row}-{name}": getattr(party, name) for row, party in enumerate([ZHANG, LIU])
           for name in ("role", "name", "id_number", "phone")},
    }


@pytest.fixture
def wu(story, browser):
    return browser(story.cast.wu)


def test_it_works(wu, sent, story):
    response = wu.post(URL, sent)
    case = Case.objects.get()
    assert (response.status_code, response["Location"]) == (302, case.get_absolute_url())
    assert (case.state, case.external_ref, case.area, case.registered_by) == (
        "registered", "（2026）川0116诉前12号", story.cast.community, story.cast.wu)
    assert case.center == story.net.centers["510116001"]
    assert case.summary == "厨房下水管漏水。𠮷宅😀"
    assert [(party.role, party.name, party.phone) for party in case.parties.all()] == [
        ("applicant", "张三丰", "13800138000"), ("respondent", "刘老根", "13800138001")]
    assert [entry.verb for entry in audit.history(case)] == ["case.registered"]


def test_the_decision_on_acceptance_has_three_working_days(wu, sent, now):
    wu.post(URL, sent)
    case = Case.objects.get()
    assert [clock.kind for clock in deadlines.running(case)] == ["triage"]
    assert case.due_at.astimezone(SHANGHAI).date().isoformat() == "2026-03-16"


def test_sent_twice_it_is_one_case(wu, sent):
    first, second = wu.post(URL, sent), wu.post(URL, sent)
    assert first["Location"] == second["Location"]
    assert Case.objects.count() == 1
    assert Party.objects.count() == 2


def test_the_number_of_somebody_elses_form_is_refused(wu, sent, story, browser):
    wu.post(URL, sent)
    response = browser(story.cast.zheng).post(URL, sent | {"area": story.cast.community.pk})
    assert response.status_code == 409


def test_persons_are_not_readable_in_the_database(wu, sent):
    wu.post(URL, sent)
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, id_number, phone FROM mediation_party")
        raw = str(cursor.fetchall())
    assert "张三丰" not in raw
    assert ZHANG.id_number not in raw
    assert ZHANG.phone not in raw


@pytest.mark.parametrize(("field", "value", "says"), [
    ("form-0-id_number", "510199198001012017", "校验"),
    ("form-0-id_number", "510199198013012016", "出生日期"),
    ("form-1-name", "", "必填"),
    ("form-1-phone", "打电话", "电话"),
    ("happened_on", "2026-03-12", "不能晚于今天"),
    ("title", "", "必填"),
])
def test_errors_stand_at_their_field_and_nothing_is_lost(wu, sent, field, value, says):
    response = wu.post(URL, sent | {field: value})
    assert response.status_code == 422
    assert Case.objects.count() == 0
    form, parties = response.context["form"], response.context["parties"]
    if field.startswith("form-"):
        _, row, name = field.split("-")
        errors = parties[int(row)].errors[name]
    else:
        errors = form.errors[field]
    assert errors
    assert "厨房下水管漏水" in response.text
    assert "刘老根" in response.text or field == "form-1-name"


@pytest.mark.parametrize("title", ["张三丰家漏水", "张 三 丰与邻居纠纷", "刘老根反映漏水"])
def test_a_title_holds_no_name(wu, sent, title):
    response = wu.post(URL, sent | {"title": title})
    assert response.status_code == 422
    assert "不要写入" in str(response.context["form"].errors["title"])
    assert Case.objects.count() == 0
    assert title in response.text


def test_an_organisation_may_stand_in_a_title(wu, sent):
    sent |= {"form-1-name": "蓝天物业公司", "form-1-is_organisation": "on", "form-1-id_number": ""}
    assert wu.post(URL, sent | {"title": "与蓝天物业公司的纠纷"}).status_code == 302


def test_a_full_width_id_number_is_understood(wu, sent):
    wu.post(URL, sent | {"form-0-id_number": "５１０１９９ 19900202 003９"})
    assert Party.objects.get(role="applicant").id_number == "510199199002020039"


def test_the_same_person_twice_is_refused(wu, sent):
    response = wu.post(URL, sent | {"form-1-id_number": ZHANG.id_number})
    assert response.status_code == 422
    assert "重复" in response.text


def test_two_applicants_are_no_dispute(wu, sent):
    response = wu.post(URL, sent | {"form-1-role": "applicant"})
    assert response.status_code == 422
    assert "被申请人" in response.text


def test_a_category_retired_meanwhile_is_named(wu, sent):
    DisputeCategory.objects.filter(code="0201").update(is_active=False)
    response = wu.post(URL, sent)
    assert response.status_code == 422
    assert "已停用" in str(response.context["form"].errors["category"])


def test_a_foreign_community_is_refused(wu, sent, story):
    response = wu.post(URL, sent | {"area": story.cast.areas["510116002001"].pk})
    assert response.status_code == 422
    assert "不在您的辖区" in str(response.context["form"].errors["area"])


def test_adding_a_party_works_without_script_and_loses_nothing(wu, sent):
    response = wu.post(URL, sent | {"add_party": "1", "title": ""})
    assert response.status_code == 200
    assert len(response.context["parties"].forms) == 3
    assert ZHANG.id_number in response.text
    assert "厨房下水管漏水" in response.text
    assert "errorlist" not in response.text  # nobody judges a form that is still being filled in
    wider = sent | {"form-TOTAL_FORMS": "3", "form-INITIAL_FORMS": "2", "form-2-role": "respondent",
                    "form-2-name": "某物业公司", "form-2-is_organisation": "on"}
    assert wu.post(URL, wider).status_code == 302
    assert Case.objects.get().parties.count() == 3


def test_a_row_left_empty_is_no_party(wu, sent):
    wu.post(URL, sent | {"form-TOTAL_FORMS": "3", "form-2-role": "applicant", "form-2-name": ""})
    assert Case.objects.get().parties.count() == 2


def test_what_was_typed_survives_an_expired_session(sent, story, browser):
    client = browser(story.cast.wu)
    client.get(URL)
    del client.cookies["sessionid"]
    assert client.post(URL, sent).status_code == 302
    client.force_login(story.cast.wu, backend="django.contrib.auth.backends.ModelBackend")
    response = client.get(URL)
    assert "厨房下水管漏水" in response.text
    assert ZHANG.id_number in response.text


@pytest.mark.parametrize("person", ["chen", "feng", "wang", "he"])
def test_others_do_not_register(person, sent, story, browser):
    assert browser(getattr(story.cast, person)).post(URL, sent).status_code == 403
    assert Case.objects.count() == 0


def test_a_grid_gets_the_centre_of_its_town_and_the_county_its_own(story):
    assert registered(story.cast, area=story.cast.grid).center == story.net.centers["510116001"]
    assert registered(story.cast, area=story.cast.county).center == story.net.centers["510116"]


def test_an_incident_registers_without_parties(story):
    """The floor above opens a case with what the report says; the clerk learns the persons later."""
    case = actions.register_case(
        source="incident", category=category(), title="邻里纠纷", summary="网格员上报。", people=2, place="棠湖",
        area_key=story.cast.grid.key, happened_on=story.now.date(), by=story.cast.zhao, at=story.now,
        external_ref="SJ00000001")
    assert (case.state, case.parties.count(), case.area) == ("registered", 0, story.cast.grid)
    assert reverse("mediation:case-detail", args=[case.pk]) == case.get_absolute_url()
