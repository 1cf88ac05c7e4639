"""Who watches over the area next door: the duty line for everybody there, the person for a purpose."""

from datetime import timedelta

import pytest
from django.urls import reverse

from patrol.assets.models import Neighbour
from shuangliu.audit.models import Entry
from shuangliu.protection import looks
from shuangliu.retention import forgetting
from tests.conftest import NOW

from .story import neighbour

SECRETS = ("邓志强", "13900002222")


@pytest.fixture
def sun(cast, browser, now):
    return browser(cast.sun)


def url(one, act="detail"):
    return reverse(f"patrol:neighbour-{act}", args=[one.pk])


def test_the_duty_line_is_open_and_the_person_masked(cast, sun):
    one = neighbour(cast)
    for page in (reverse("patrol:neighbour-list"), url(one), url(one, "correct")):
        text = sun.get(page).content.decode()
        assert "02885741110" in text
        assert not any(secret in text for secret in SECRETS)
    assert sun.post(url(one, "reveal"), {"purpose": "identify"}).status_code == 302
    assert "13900002222" in sun.get(url(one)).content.decode()
    assert Entry.objects.filter(verb="neighbour.revealed").count() == 1
    assert looks.of("13900002222")


def test_it_is_written_put_right_and_made_sure_of(cast, sun):
    sent = {"area": "510116001", "beyond": "温江区涌泉街道", "organisation": "涌泉街道综治中心",
            "duty_line": "028-82722110", "contact_name": "", "contact_phone": "", "shifts": "", "is_active": "on"}
    assert sun.post(reverse("patrol:neighbour-write"), sent | {"duty_line": "12"}).status_code == 422
    assert sun.post(reverse("patrol:neighbour-write"), sent).status_code == 302
    one = Neighbour.objects.get()
    assert (one.duty_line, one.area_key) == ("02882722110", cast.town.key)
    assert sun.post(url(one, "correct"), sent | {"contact_name": "邓志强"}).status_code == 302
    assert sun.post(url(one, "correct"), sent).status_code == 302  # empty: the person stays
    one.refresh_from_db()
    assert one.contact_name == "邓志强"
    Neighbour.objects.update(checked_on="2026-01-01")
    assert sun.post(url(one, "confirm")).status_code == 302
    one.refresh_from_db()
    assert f"{one.checked_on}" == "2026-03-11"


def test_another_town_has_its_own(cast, browser, now):
    one = neighbour(cast)
    assert browser(cast.lu).get(url(one)).status_code == 404
    assert browser(cast.jin).get(url(one)).status_code == 200
    assert browser(cast.jin).get(url(one, "correct")).status_code == 403
    assert browser(cast.zhao).get(url(one)).status_code == 403


def test_a_person_whom_nobody_makes_sure_of_is_forgotten(cast, now):
    old, new = neighbour(cast), neighbour(cast, at=NOW + timedelta(days=300))
    for _twice in range(2):
        forgetting.forget(at=NOW + timedelta(days=366), only="neighbour.contact")
        old.refresh_from_db()
        new.refresh_from_db()
        assert (old.contact_name, old.contact_phone, old.duty_line) == ("", "", "02885741110")
        assert new.contact_name == "邓志强"
