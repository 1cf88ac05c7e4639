"""What is done to somebody on their page: works; others 404; readers 403; twice changes nothing."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from residents.models import Change, Person
from shuangliu.audit.models import Entry
from tests.conftest import NOW

from .story import LUO, TANG


def url(act: str, person, *more) -> str:
    return reverse(f"residents:person-{act}", args=[person.pk, *more])


@pytest.fixture
def luo(homes):
    return homes.luo(employer="川航物业")


@pytest.fixture
def xie(browser, cast):
    return browser(cast.xie)


POSTS = {"correct": {"phone": "13900005678"}, "confirm": {}, "permit": {"kind": "01", "expires_on": "2026-05-01"},
         "move-out": {"until": "2026-03-01", "left": "away"}, "compare": {"number": "RY1"},
         "move-in": {"dwelling": "棠湖小区3栋2单元502", "kind": "registered"}}


@pytest.mark.parametrize("act", POSTS)
def test_it_is_the_registrars_alone(luo, homes, browser, cast, act):
    homes.dwelling(room="502")
    for who, status in [("yan", 404), ("wang", 403), ("zhao", 403), ("li", 403), ("sun", 403), ("chen", 403)]:
        assert browser(getattr(cast, who)).post(url(act, luo), POSTS[act]).status_code == status, who
    assert Change.objects.count() == 1  # that of entering


def test_the_page_is_masked_until_a_purpose_is_stated(luo, xie):
    page = xie.get(luo.get_absolute_url()).content.decode()
    assert "罗**" in page
    assert not any(clear in page for clear in ("罗永贵", LUO, "13800001234", "川航物业", "1975-05-20"))
    xie.post(url("reveal", luo), {"purpose": "reach", "words": "通知"})
    page = xie.get(luo.get_absolute_url())
    assert all(clear in page.content.decode() for clear in ("罗永贵", LUO, "13800001234", "川航物业", "1975-05-20"))
    assert "no-store" in page["Cache-Control"]
    assert Entry.objects.filter(verb="person.revealed", matter_id=luo.pk).count() == 1


def test_what_is_typed_is_put_right_and_the_rest_stays(luo, xie):
    xie.post(url("correct", luo), {"phone": "13900005678", "document": "111", "sex": "1", "remove": ["employer"]})
    luo.refresh_from_db()
    assert (luo.name, luo.id_number, luo.phone, luo.employer) == ("罗永贵", LUO, "13900005678", "")
    page = xie.get(luo.get_absolute_url()).content.decode()
    assert "138****1234 → 139****5678" in page
    assert "川航物业" not in page


def test_a_number_that_somebody_has_is_no_correction(luo, homes, xie):
    tang = homes.tang(dwelling=homes.dwelling(room="502"))
    answer = xie.post(url("correct", luo), {"id_number": TANG, "document": "111", "name": "罗永富"})
    assert answer.status_code == 422
    assert "id_number" in answer.context["form"].errors
    assert "罗永富" in answer.content.decode()
    assert Person.objects.numbered(TANG).get() == tang


def test_confirming_takes_somebody_off_the_pile(luo, xie, browser, cast):
    later = NOW + timedelta(days=200)
    with time_machine.travel(later, tick=False):
        xie = browser(cast.xie)
        pile = reverse("residents:person-list") + "?tab=check"
        assert len(xie.get(pile).context["page"].rows) == 1
        assert xie.get(reverse("residents:front")).context["piles"]["check"] == 1
        xie.post(url("confirm", luo))
        assert not xie.get(pile).context["page"].rows


def test_moving_within_and_out(luo, homes, xie):
    homes.dwelling(room="502")
    xie.post(url("move-in", luo), {"dwelling": "棠湖小区3栋2单元502", "kind": "registered", "since": "2026-03-10"})
    assert luo.residences.get(until=None).dwelling.room == "502"
    assert luo.residences.get(until=date(2026, 3, 9)).left == "moved"
    assert xie.post(url("move-out", luo), {"until": "2026-03-01", "left": "away"}).status_code == 422
    xie.post(url("move-out", luo), {"until": "2026-03-11", "left": "away"})
    assert not luo.residences.filter(until=None).exists()
    assert "已迁出" in xie.get(luo.get_absolute_url()).content.decode()


def test_early_in_the_morning_it_is_today(luo, homes, cast, browser):
    homes.dwelling(room="502")
    with time_machine.travel(NOW.replace(hour=7), tick=False):
        answer = browser(cast.xie).post(url("move-in", luo), {
            "dwelling": "棠湖小区3栋2单元502", "kind": "registered", "since": "2026-03-11"})
    assert answer.status_code == 302


def test_a_permit_is_remembered_before_it_ends(luo, xie):
    given = {"kind": "01", "permit_number": "5101160012345678", "issued_on": "2025-04-01", "expires_on": "2026-04-01"}
    xie.post(url("permit", luo), given)
    xie.post(url("permit", luo), given)
    permit = luo.permits.get()
    assert xie.get(reverse("residents:front")).context["piles"]["permit"] == 1
    edit = reverse("residents:permit-correct", args=[luo.pk, permit.pk])
    assert xie.post(edit, {"kind": "01", "expires_on": "2025-01-01", "issued_on": "2025-04-01"}).status_code == 422
    xie.post(edit, {"kind": "01", "issued_on": "2026-03-01", "expires_on": "2027-03-01"})
    permit.refresh_from_db()
    assert (permit.permit_number, permit.expires_on) == ("5101160012345678", date(2027, 3, 1))
    assert xie.get(reverse("residents:front")).context["piles"]["permit"] == 0
    assert "5101160012345678" not in xie.get(luo.get_absolute_url()).content.decode()


def test_a_permit_of_somebody_else_is_not_theirs(luo, homes, xie):
    permit = homes.permit(homes.tang(dwelling=homes.dwelling(room="502")), expires_on=date(2026, 4, 1))
    assert xie.get(reverse("residents:permit-correct", args=[luo.pk, permit.pk])).status_code == 404
