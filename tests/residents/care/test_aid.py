"""Aid: applied for with papers, granted in payments or refused with a letter that tells how to appeal."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from residents.care import actions, papers
from residents.care.actions import AidMoved, CareMoved
from residents.care.actions.aid import due_days, parts
from residents.care.models import AidApplication
from shuangliu import deadlines
from shuangliu.deadlines.models import Step
from shuangliu.notices.models import Notice
from shuangliu.typesetting.layout import parts as set_parts
from shuangliu.typesetting.parts import said


def words(application) -> str:
    return "".join(text for part in set_parts(papers.draw(application).blocks) for text in said(part))


def test_granted_in_payments_until_all_is_paid(caring, cast):
    aid = caring.aid("granted")
    assert [str(one.amount) for one in aid.payments.all()] == ["666.68", "666.66", "666.66"]
    for payment in aid.payments.all():
        assert aid.state == "granted"
        actions.pay(aid, by=cast.min, at=caring.at, payment=payment, paid_on=caring.today)
    assert aid.state == "paid"
    assert Notice.objects.filter(user=cast.xie, kind="care.aid_granted").count() == 1


def test_payments_lie_a_month_apart():
    assert list(due_days(date(2026, 1, 31), 3)) == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)]
    assert list(due_days(date(2026, 11, 30), 4))[-1] == date(2027, 2, 28)
    assert sum(parts(Decimal("100.00"), 3)) == Decimal("100.00")


def test_the_letter_says_what_is_granted_or_why_not_and_how_to_appeal(caring):
    granted, refused = caring.aid("granted"), caring.aid("refused")
    assert "666.68 元" in words(granted)
    assert "罗永贵" in words(granted)
    assert "收入超过标准" in words(refused)
    assert all("行政复议" in words(one) for one in (granted, refused))


def test_the_letter_is_printed_for_a_decision_only(caring, cast, browser):
    aid = caring.aid()
    url = reverse("residents:aid-letter", args=[aid.pk])
    assert browser(cast.xie).post(url).status_code == 409
    caring.grant(aid)
    assert browser(cast.xie).post(url)["Content-Type"] == "application/pdf"
    assert browser(cast.zhou).post(url).status_code == 404


def test_it_needs_a_referral_that_the_agency_has_accepted(caring):
    with pytest.raises(CareMoved):
        caring.aid(referral=caring.referral("requested"))
    assert not AidApplication.objects.exists()


def test_decided_once(caring, cast):
    aid = caring.aid("refused")
    with pytest.raises(AidMoved):
        caring.grant(aid)


def test_what_cannot_be_is_said_at_its_field(caring, cast, browser):
    aid = caring.aid()
    url = reverse("residents:aid-grant", args=[aid.pk])
    given = {"granted": "2000", "granted_from": "2026-04-01", "granted_until": "2026-04-30", "payments": "3"}
    response = browser(cast.min).post(url, given)
    assert response.status_code == 422
    assert "payments" in response.context["form"].errors
    assert browser(cast.min).post(url, given | {"payments": "1"}).status_code == 302


def test_for_the_household_there_has_to_be_one(caring):
    with pytest.raises(ValidationError):
        caring.aid(for_household=True)


def test_applied_for_on_the_page(caring, cast, browser):
    referral = caring.referral("accepted")
    url = reverse("residents:aid-apply", args=[referral.pk])
    xie = browser(cast.xie)
    form = xie.get(url).context["form"]
    given = {"uuid": form["uuid"].value(), "kind": "temporary", "amount": "3000", "starts_on": "2026-03-11",
             "ends_on": "2026-06-11"}
    assert xie.post(url, given | {"amount": "-1"}).status_code == 422
    assert xie.post(url, given).status_code == xie.post(url, given).status_code == 302
    aid = AidApplication.objects.get()
    assert aid.due_at.date() == date(2026, 4, 9), "20 working days, with a holiday between"
    assert browser(cast.min).get(aid.get_absolute_url()).status_code == 200
    assert browser(cast.chen).get(aid.get_absolute_url()).status_code == 403


def test_a_late_decision_is_told_and_a_decided_one_is_not(caring, cast):
    aid = caring.aid()
    assert deadlines.running(aid).get().due_at == aid.due_at
    actions.strike_aid(aid.pk, step=Step.OVERDUE, at=aid.due_at)
    for who in (cast.min, cast.xie):
        assert Notice.objects.filter(user=who, kind="care.aid_overdue").count() == 1
    caring.grant(aid)
    assert not deadlines.running(aid).exists()


def test_what_nobody_decided_lapses_with_the_referral(caring, cast):
    referral = caring.referral("serving")
    aid = caring.aid(referral=referral)
    caring.end(referral)
    aid.refresh_from_db()
    assert aid.state == "withdrawn"
    assert timedelta(0) == aid.applied_at - caring.at
