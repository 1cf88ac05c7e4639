"""Who is registered together, who is the head, and who lives apart."""

import pytest
from django.urls import reverse

from residents import actions
from residents.models import Household
from shuangliu.audit.models import Entry

from .story import TANG, numbered


def url(act: str, household, *more) -> str:
    return reverse(f"residents:household-{act}", args=[household.pk, *more])


@pytest.fixture
def household(homes):
    return homes.household()


@pytest.fixture
def xie(browser, cast):
    return browser(cast.xie)


def head_of(household):
    return household.members.get(until=None, relation="0").person


def test_a_household_is_formed_of_those_who_live_there(homes, xie):
    luo = homes.luo()
    form = reverse("residents:household-form", args=[homes.dwelling().pk])
    tang = homes.tang(dwelling=homes.dwelling(room="502"))
    assert xie.post(form, {"head": tang.pk}).status_code == 422  # lives next door
    answer = xie.post(form, {"head": luo.pk, "register_number": "510116001"})
    household = Household.objects.get()
    assert answer["Location"] == household.get_absolute_url()
    xie.post(form, {"head": luo.pk, "register_number": "510116001"})
    assert Household.objects.count() == 1
    assert Entry.objects.filter(verb="household.form").count() == 1


def test_a_number_is_once_in_the_community(household, homes, xie):
    lone = homes.register(name="陈立", number=numbered(1), dwelling=homes.dwelling(room="502"))
    form = reverse("residents:household-form", args=[homes.dwelling(room="502").pk])
    answer = xie.post(form, {"head": lone.pk, "register_number": "510116001"})
    assert answer.status_code == 422
    assert "register_number" in answer.context["form"].errors
    assert Household.objects.count() == 1


def test_somebody_joins_by_the_number_of_the_record(household, homes, xie, cast):
    lone = homes.register(name="陈立", number=numbered(1), dwelling=homes.dwelling(room="502"))
    xie.post(url("join", household), {"number": lone.number, "relation": "2"})
    xie.post(url("join", household), {"number": lone.number, "relation": "2"})
    assert household.members.count() == 3
    page = xie.get(household.get_absolute_url()).content.decode()
    assert "人户分离" in page
    assert "人户分离" in xie.get(lone.get_absolute_url()).content.decode()
    assert xie.post(url("join", household), {"relation": "2"}).status_code == 422
    assert xie.post(url("join", household), {"number": "RY99999999", "relation": "2"}).status_code == 422


def test_another_head_changes_what_all_are(household, xie):
    luo, tang = household.members.order_by("relation")
    both = {f"member_{luo.pk}": "0", f"member_{tang.pk}": "0"}
    assert xie.post(url("relate", household), both).status_code == 422
    xie.post(url("relate", household), {f"member_{luo.pk}": "1", f"member_{tang.pk}": "0"})
    assert head_of(household) == tang.person
    assert "户主 → 配偶" in xie.get(luo.person.get_absolute_url()).content.decode()


def test_the_head_goes_last(household, xie):
    luo, tang = household.members.order_by("relation")
    assert xie.post(url("leave", household, luo.pk)).status_code == 409
    assert xie.post(url("leave", household, tang.pk)).status_code == 302
    assert xie.post(url("leave", household, luo.pk)).status_code == 302
    assert not household.members.filter(until=None).exists()


def test_a_household_is_split(household, homes, xie, cast):
    luo, tang = household.members.order_by("relation")
    son = homes.register(name="罗小军", number=numbered(2))
    son = actions.join(household, son, by=cast.xie, at=homes.at, relation="2")
    wrong = {"members": [tang.pk], "head": son.pk}
    assert xie.post(url("split", household), wrong).status_code == 422
    answer = xie.post(url("split", household), {"members": [tang.pk, son.pk], "head": son.pk,
                                                "register_number": "510116002"})
    new = Household.objects.get(register_number="510116002")
    assert answer["Location"] == new.get_absolute_url()
    assert (head_of(household), head_of(new)) == (luo.person, son.person)
    assert new.members.get(person=tang.person).relation == "8"
    assert household.members.filter(until__isnull=False).count() == 2


@pytest.mark.parametrize(("who", "status"), [("yan", 404), ("wang", 403), ("zhao", 403), ("sun", 403)])
def test_it_is_the_registrars_alone(household, browser, cast, who, status):
    person = browser(getattr(cast, who))
    member = household.members.order_by("relation").last()
    assert person.post(url("leave", household, member.pk)).status_code == status
    assert person.post(url("relate", household), {}).status_code == status
    assert household.members.filter(until=None).count() == 2


def test_the_page_is_masked(household, xie):
    page = xie.get(household.get_absolute_url()).content.decode()
    assert "罗**" in page
    assert "罗永贵" not in page
    assert TANG not in page
