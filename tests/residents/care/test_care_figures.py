"""The county sees how often help was asked for, and never a small number."""

from datetime import timedelta

from django.urls import reverse

from residents.care import figures
from residents.care.models import CareReferral

URL = reverse("residents:care-figures")


def line(caring, service: str, *, days: int = 31):
    day = caring.today + timedelta(days=days)
    return next(one for one in figures.lines(caring.cast.county.key, 2026, today=day) if one.service == service)


def test_small_numbers_are_not_shown(caring):
    for number in range(4):
        caring.referral(name=f"人{number}")
    assert line(caring, "subsidy").sent is None
    caring.referral(name="第五")
    assert line(caring, "subsidy").sent == 5
    assert line(caring, "meals").sent is None, "none looks like few"


def test_the_rest_of_a_number_is_not_small_either(caring):
    for number in range(7):
        caring.referral("ended" if number < 5 else "requested", name=f"人{number}")
    assert (line(caring, "subsidy").sent, line(caring, "subsidy").helped) == (7, None)
    CareReferral.objects.filter(state="requested").update(outcome="helped")
    assert line(caring, "subsidy").helped == 7


def test_nothing_is_said_of_the_running_month(caring):
    for number in range(6):
        caring.referral(name=f"人{number}")
    assert line(caring, "subsidy", days=0).sent is None


def test_the_county_reads_numbers_and_no_referral(caring, cast, browser):
    caring.referral()
    page = browser(cast.chen).get(URL)
    assert page.status_code == 200
    assert "ZJ" not in page.content.decode()
    assert browser(cast.chen).get(URL, {"year": "1999"}).status_code == 400
    for who in (cast.xie, cast.min, cast.sun, cast.zhao):
        assert browser(who).get(URL).status_code == 403
