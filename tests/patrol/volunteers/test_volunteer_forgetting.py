"""A year after the end nobody is named any more; a copy of the database tells nothing before that either."""

from datetime import timedelta

import pytest

from patrol.models import Attendance, Insurance, Volunteer
from patrol.volunteers import actions
from shuangliu.pages.conflict import Conflict
from shuangliu.retention import forgetting, holds
from tests.residents.story import LUO
from tests.retention.test_stolen_database import stolen

pytestmark = pytest.mark.django_db


def test_name_and_numbers_go_and_the_hours_stay(corps, cast):
    gone, stays = corps.served(corps.fit(name="罗永贵", number=LUO)), corps.volunteer()
    made = actions.certify(gone, by=None, at=corps.at)
    actions.withdraw(gone, by=None, at=corps.at)
    assert forgetting.forget(at=corps.at + timedelta(days=365), only="volunteer.gone")["volunteer.gone"] == 0
    later = corps.at + timedelta(days=366)
    assert forgetting.forget(at=later, only="volunteer.gone")["volunteer.gone"] == 1
    assert forgetting.forget(at=later, only="volunteer.gone")["volunteer.gone"] == 0
    row = Volunteer.objects.get(pk=gone.pk)
    assert (row.name, row.id_number, row.id_hash, row.name_hash, row.phone, row.code, row.born_on, row.user) == (
        "", "", "", "", "", "", None, None)
    assert row.hours == 3
    assert Attendance.objects.get(volunteer=row).hours == 3
    assert not Insurance.objects.exists()
    assert made.hours == 3  # who still holds the paper can have it checked
    assert Volunteer.objects.get(pk=stays.pk).name
    with pytest.raises(Conflict):
        actions.certify(row, by=cast.zhao, at=later)


def test_the_forgotten_do_not_open_by_number_and_code(corps, client):
    one = corps.volunteer("withdrawn")
    code = one.code
    forgetting.forget(at=corps.at + timedelta(days=366), only="volunteer.gone")
    assert client.post("/public/volunteers/follow/", {"number": one.number, "code": code}).status_code == 422
    assert client.post("/public/volunteers/follow/", {"number": one.number, "code": "------"}).status_code == 422


def test_what_is_held_is_kept(corps, cast):
    one = corps.volunteer("withdrawn")
    holds.hold(one, by=cast.an, at=corps.at, reason="保险理赔", basis="合同")
    assert forgetting.forget(at=corps.at + timedelta(days=400), only="volunteer.gone")["volunteer.gone"] == 0


def test_a_copy_of_the_database_names_nobody(corps, cast, browser):
    one = corps.served(corps.fit(name="罗永贵", number=LUO, phone="13800001234"))
    client = browser(cast.zhao)
    client.post("/patrol/volunteers/search/", {"q": LUO})
    client.post(f"{one.get_absolute_url()}certify/", {})
    dump = stolen()
    assert not [number for number in (LUO, "13800001234", "罗永贵") if number in dump]
