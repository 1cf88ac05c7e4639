"""The first page of the installed app, for each of those who walk."""

import pytest
from django.urls import reverse

from patrol.field import addresses_of
from tests.incidents.story import make_kinds
from tests.patrol import patrols

DAY = reverse("patrol:day")


@pytest.fixture(autouse=True)
def kinds(cast):
    return make_kinds()


def test_whoever_walks_today_sees_it_first(browser, cast, now):
    patrols.shift(cast, people=[cast.hong, cast.wang])
    for person in (cast.hong, cast.wang):
        page = browser(person).get(DAY).content.decode()
        assert "09:00–11:00" in page
        assert reverse("patrol:my-shifts") in page


def test_each_finds_what_is_theirs(browser, cast, now):
    leader, volunteer, worker = (browser(one).get(DAY).content.decode() for one in (cast.jin, cast.hong, cast.wang))
    assert reverse("patrol:now") in leader
    assert reverse("patrol:now") not in volunteer
    assert reverse("incidents:incident-new") not in volunteer
    assert reverse("patrol:finding-new") in volunteer
    assert reverse("incidents:incident-new") in worker
    assert browser(cast.zhao).get(DAY)["Location"] == reverse("patrol:note-list")
    assert browser(cast.zhou).get(DAY).status_code == 403


@pytest.mark.parametrize("person", ["jin", "hong", "wang"])
def test_every_page_that_a_phone_keeps_opens(browser, cast, now, person):
    user = getattr(cast, person)
    kept = addresses_of(user)
    assert {DAY, reverse("patrol:my-shifts"), reverse("patrol:check-in"), reverse("patrol:here-offline"),
            reverse("patrol:finding-new"), reverse("patrol:outbox")} <= set(kept)
    for address in kept:
        answer = browser(user).get(address, headers={"X-Offline-Copy": "1"})
        assert answer.status_code == 200, address
