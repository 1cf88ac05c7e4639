"""Somebody is entered at the counter, or turns out to be there already."""

import pytest
from django.urls import reverse

from residents.models import Person
from shuangliu.audit.models import Entry

from ..story import with_check_digit
from .story import LUO, TANG, form

URL = reverse("residents:person-register")


@pytest.fixture
def xie(homes, browser, cast):
    homes.dwelling()
    return browser(cast.xie)


def test_the_number_tells_birthday_and_sex(xie):
    answer = xie.post(URL, form(phone="13800001234", tenure="01", since="2020-05-01"))
    person = Person.objects.get()
    assert answer["Location"] == person.get_absolute_url()
    assert (person.born_on.isoformat(), person.sex, person.phone) == ("1975-05-20", "1", "13800001234")
    assert person.residences.get().tenure == "01"


def test_a_form_sent_twice_is_one_person(xie):
    sent = form()
    assert xie.post(URL, sent)["Location"] == xie.post(URL, sent)["Location"]
    assert Person.objects.count() == 1


def test_the_next_of_the_family_begins_with_the_home(xie):
    answer = xie.post(URL, form(another="1"))
    assert answer["Location"].startswith(URL + "?dwelling=")
    assert "棠湖小区3栋2单元501" in xie.get(answer["Location"]).content.decode()


@pytest.mark.parametrize(("given", "field"), [
    ({"name": ""}, "name"), ({"dwelling": "没有的小区1栋101"}, "dwelling"), ({"dwelling": ""}, "dwelling"),
    ({"kind": ""}, "kind"), ({"kind": "guest"}, "kind"), ({"id_number": "51012219750520"}, "id_number"),
    ({"id_number": with_check_digit("51012219750230123")}, "id_number"), ({"since": "2030-01-01"}, "since"),
    ({"origin_code": "5101"}, "origin_code"), ({"reason": "01"}, "reason"),
    ({"born_on": "1975-05-21"}, "born_on"), ({"sex": "2"}, "sex"),
    ({"document": "414", "id_number": "!"}, "id_number"), ({"id_number": "", "born_on": "2026-03-12"}, "born_on"),
])
def test_bad_input_is_said_at_its_field_and_nothing_typed_is_lost(xie, given, field):
    answer = xie.post(URL, form(**given, employer="川航物业"))
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert "川航物业" in answer.content.decode()
    assert not Person.objects.exists()


def test_a_failing_check_digit_asks_for_the_card(xie):
    elder = "460100197705084318"
    page = xie.post(URL, form(id_number=elder))
    assert page.status_code == 422
    assert "is_number_confirmed" in page.content.decode()
    assert xie.post(URL, form(id_number=elder, is_number_confirmed="on")).status_code == 302
    assert Person.objects.get().is_number_confirmed
    assert "is_number_confirmed" not in xie.get(URL).content.decode()


def test_whoever_is_there_is_named_masked_and_moved_not_entered_again(xie, homes):
    luo = homes.luo()
    homes.dwelling(room="502")
    sent = form(dwelling="棠湖小区3栋2单元502")
    page = xie.post(URL, sent)
    assert page.status_code == 422
    assert "罗**" in page.content.decode()
    assert xie.post(URL, {**sent, "move": "1"})["Location"] == luo.get_absolute_url()
    assert luo.residences.get(until=None).dwelling.room == "502"
    assert Person.objects.count() == 1


def test_of_another_area_only_the_community_is_said(homes, browser, cast):
    """Luo lives at 棠湖社区; Yan enters the number at 机场路社区."""
    luo = homes.luo()
    homes.dwelling(area=cast.areas["510116002001001"])
    homes.building("机场路小区1栋", area=cast.areas["510116002001001"])
    homes.dwelling(room="101", building=homes.building("机场路小区1栋", area=cast.areas["510116002001001"]))
    yan, sent = browser(cast.yan), form(dwelling="机场路小区1栋2单元101", name="罗永贵")
    page = yan.post(URL, sent).content.decode()
    assert "该号码已在棠湖社区登记" in page
    assert luo.number not in page
    assert "罗**" not in page
    assert "138****1234" not in page
    assert Entry.objects.get(verb="person.found_elsewhere").matter_id == luo.pk
    yan.post(URL, {**sent, "move": "1"})
    luo.refresh_from_db()
    assert luo.area_key == cast.areas["510116002001001"].key
    assert Person.objects.visible_to(cast.yan).get() == luo
    assert not Person.objects.visible_to(cast.xie).exists()


def test_a_number_with_another_name_moves_nobody(xie, homes):
    luo = homes.luo()
    homes.dwelling(room="502")
    page = xie.post(URL, form(name="罗勇贵", dwelling="棠湖小区3栋2单元502", move="1"))
    assert page.status_code == 422
    assert luo.residences.get(until=None).dwelling.room == "501"


def test_neighbours_cannot_enter_into_homes_that_are_not_theirs(homes, browser, cast):
    homes.dwelling()
    page = browser(cast.yan).post(URL, form())
    assert page.status_code == 422
    assert "dwelling" in page.context["form"].errors
    assert browser(cast.zhao).post(URL, form()).status_code == 403
    assert not Person.objects.numbered(TANG).exists()
    assert not Person.objects.numbered(LUO).exists()
