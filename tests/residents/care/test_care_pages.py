"""The pages: what is asked, what is refused, what nothing typed is lost of."""

import uuid

import pytest
from django.urls import reverse

from residents.care.models import CareReferral
from shuangliu import audit
from shuangliu.protection import looks

from .story import NEED

NEW, LIST = reverse("residents:care-new"), reverse("residents:care-list")


def form(caring, **given) -> dict:
    return {"uuid": str(uuid.uuid4()), "name": "张三丰", "phone": "13900000000", "area": caring.cast.grid.pk,
            "address": "棠湖小区3栋2单元502", "service": "subsidy", "need": NEED, **given}


def test_a_need_is_written_down_and_sent(caring, cast, browser):
    xie = browser(cast.xie)
    xie.post(NEW, form(caring))
    referral = CareReferral.objects.get()
    page = xie.get(reverse("residents:care-send", args=[referral.pk])).content.decode()
    assert "随时" in page, "the words of the consent"
    sent = {"agency": caring.civil_affairs.pk, "form": "written"}
    assert xie.post(reverse("residents:care-send", args=[referral.pk]), sent).status_code == 422
    assert xie.post(reverse("residents:care-send", args=[referral.pk]), {
        **sent, "form": "oral", "agreed": "on"}).status_code == 422, "spoken has a witness"
    assert xie.post(reverse("residents:care-send", args=[referral.pk]), {**sent, "agreed": "on"}).status_code == 302
    referral.refresh_from_db()
    assert referral.state == "requested"


def test_refused_words_are_kept_in_the_form(caring, cast, browser):
    response = browser(cast.xie).post(NEW, form(caring, need="诊断为抑郁症，想找人说说"))
    assert response.status_code == 422
    assert "诊断为抑郁症" in response.content.decode()


@pytest.mark.parametrize("given", [{"name": ""}, {"need": ""}, {"service": "surveillance"}, {"area": ""},
                                   {"is_child": "on"}])
def test_what_is_missing_is_said_at_its_field(caring, cast, browser, given):
    assert browser(cast.xie).post(NEW, form(caring, **given)).status_code == 422
    assert not CareReferral.objects.exists()


def test_for_a_person_of_the_register_nobody_types_a_name(caring, cast, browser):
    luo, xie = caring.luo(), browser(cast.xie)
    assert f"{NEW}?person={luo.pk}" in xie.get(luo.get_absolute_url()).content.decode()
    xie.post(f"{NEW}?person={luo.pk}", {"uuid": str(uuid.uuid4()), "service": "meals", "need": "想订餐"})
    assert CareReferral.objects.get().person == luo
    assert browser(cast.yan).get(f"{NEW}?person={luo.pk}").status_code == 404


def test_every_opening_is_on_record(caring, cast, browser):
    referral = caring.referral()
    page = browser(cast.min).get(referral.get_absolute_url()).content.decode()
    assert NEED in page
    assert not any(secret in page for secret in ("罗永贵", "13800001234"))
    browser(cast.xie).get(referral.get_absolute_url())
    assert audit.history(referral).filter(verb="care.opened").count() == 2
    assert {seen.entry.actor_id for seen in looks.of(caring.luo())} == {cast.min.pk, cast.xie.pk}


def test_what_was_sent_back_leaves_the_agency(caring, cast, browser):
    referral = caring.referral()
    min_ = browser(cast.min)
    response = min_.post(reverse("residents:care-return", args=[referral.pk]), {"sent_back": "not_ours", "note": ""})
    assert response["Location"] == reverse("residents:care-list")
    assert min_.get(referral.get_absolute_url()).status_code == 404


def test_other_departments_see_nothing(caring, cast, browser):
    referral = caring.referral()
    for who in (cast.zhou, cast.guo, cast.yan):
        assert browser(who).get(referral.get_absolute_url()).status_code == 404
    for who in (cast.zhao, cast.chen, cast.tang, cast.sun, cast.he, cast.wang):
        assert browser(who).get(referral.get_absolute_url()).status_code == 403


def test_it_is_found_by_its_number_alone(caring, cast, browser):
    referral, search = caring.referral(), reverse("residents:care-search")
    assert browser(cast.min).get(search, {"q": referral.number})["Location"] == referral.get_absolute_url()
    for typed in ("罗永贵", "13800001234", "", "ZJ99999999"):
        assert browser(cast.min).get(search, {"q": typed})["Location"] == LIST, typed
    assert browser(cast.zhou).get(search, {"q": referral.number})["Location"] == LIST


def test_the_desk_names_the_number_alone(caring, cast, browser):
    referral = caring.referral()
    pile = next(one for one in browser(cast.min).get(reverse("desk")).context["piles"] if one.rows)
    assert [row.title for row in pile.rows] == [referral.number]


def test_a_second_click_changes_nothing(caring, cast, browser):
    referral = caring.referral()
    url, days = reverse("residents:care-accept", args=[referral.pk]), {
        name: day.isoformat() for name, day in caring.days().items()}
    min_ = browser(cast.min)
    assert min_.post(url, days).status_code == min_.post(url, days).status_code == 302
    assert min_.get(url).status_code == 409
