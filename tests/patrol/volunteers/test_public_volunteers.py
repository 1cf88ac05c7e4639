"""The public: applies, opens the own record by number and code, answers, takes the certificate, withdraws."""

import uuid
from datetime import timedelta

import pytest
import time_machine

from patrol.models import Certificate, Volunteer
from patrol.volunteers import actions
from shuangliu.notices.models import Notice
from tests.conftest import NOW
from tests.guard.solving import solved
from tests.residents.story import LUO

from .story import CHILD

pytestmark = pytest.mark.django_db
BASE = "/public/volunteers/"


def form(**given) -> dict:
    return {"uuid": str(uuid.uuid4()), "area": "510116001001", "name": "罗永贵", "document": "111", "id_number": LUO,
            "phone": "13800001234", "services": ["security"], "skills": ["first_aid"], "times": ["weekends"],
            "consent": "on"} | solved() | given


def follow(client, volunteer, code: str = ""):
    return client.post(f"{BASE}follow/", {"number": volunteer.number, "code": code or volunteer.code})


def test_applying_shows_number_and_code_once_and_tells_the_station(corps, cast, client):
    assert client.post(f"{BASE}apply/", form())["Location"] == f"{BASE}apply/done/"
    one = Volunteer.objects.get()
    assert (one.state, one.id_number, one.area.name) == ("applied", LUO, "棠湖社区")
    assert {ability.what for ability in one.abilities.all()} == {"security", "first_aid", "weekends"}
    told = Notice.objects.get()
    assert (told.user, told.text) == (cast.zhao, one.number)
    text = client.get(f"{BASE}apply/done/").content.decode()
    assert one.number in text
    assert one.code in text
    with time_machine.travel(NOW + timedelta(minutes=16), tick=False):
        assert client.get(f"{BASE}apply/done/").status_code == 302


def test_two_taps_make_one(corps, client):
    sent = form()
    assert client.post(f"{BASE}apply/", sent).status_code == client.post(f"{BASE}apply/", sent).status_code == 302
    assert Volunteer.objects.count() == 1


@pytest.mark.parametrize(("name", "value"), [
    ("id_number", LUO[:-1] + "7"), ("phone", "12"), ("services", []), ("consent", ""), ("area", "510116001"),
    ("homepage", "http://x"), ("proof", "x")])
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_lost(corps, client, name, value):
    sent = client.post(f"{BASE}apply/", form(**{name: value}))
    assert sent.status_code == 422
    assert "罗永贵" in sent.content.decode()
    assert not Volunteer.objects.exists()


def test_a_minor_names_the_guardian_who_agrees(corps, client):
    assert client.post(f"{BASE}apply/", form(id_number=CHILD)).status_code == 422
    named = {"guardian_name": "罗大明", "guardian_phone": "13800005678", "id_number": CHILD}
    assert client.post(f"{BASE}apply/", form(**named)).status_code == 422
    assert client.post(f"{BASE}apply/", form(**named, guardian_agrees="on")).status_code == 302
    assert Volunteer.objects.get().guardian_name == "罗大明"


def test_nobody_learns_at_the_portal_who_is_a_volunteer(corps, client):
    corps.volunteer(number=LUO, phone="13800001234")
    assert client.post(f"{BASE}apply/", form()).status_code == 302


def test_number_and_code_open_it_and_wrong_ones_are_answered_alike(corps, client):
    one = corps.volunteer()
    wrong = "000000" if one.code != "000000" else "111111"
    bad, unknown = follow(client, one, wrong), client.post(f"{BASE}follow/", {"number": "ZY99999999", "code": wrong})
    assert bad.status_code == unknown.status_code == 422
    assert client.get(f"{BASE}follow/own/").status_code == 302
    assert follow(client, one)["Location"] == f"{BASE}follow/own/"
    page = client.get(f"{BASE}follow/own/").content.decode()
    assert one.masked_name in page
    assert one.name not in page


def test_codes_cannot_be_tried_through(corps, client):
    one = corps.volunteer()
    wrong = "000000" if one.code != "000000" else "111111"
    for _try in range(5):
        follow(client, one, wrong)
    assert follow(client, one).status_code == 429


def test_answers_certificate_and_withdrawal(corps, client):
    one = corps.served(corps.volunteer())
    asked = corps.call_up().invitations.get(volunteer=one)
    follow(client, one)
    assert client.post(f"{BASE}follow/answer/{asked.pk}/", {"answer": "yes"}).status_code == 302
    asked.refresh_from_db()
    assert (asked.answer, asked.way, asked.answered_by) == ("yes", "portal", None)
    paper = client.post(f"{BASE}follow/certificate/")
    assert paper["Content-Type"] == "application/pdf"
    assert client.post(f"{BASE}follow/withdraw/", {}).status_code == 422
    assert client.post(f"{BASE}follow/withdraw/", {"sure": "on"}).status_code == 302
    one.refresh_from_db()
    assert one.state == "withdrawn"
    assert client.post(f"{BASE}follow/certificate/")["Content-Type"] == "application/pdf"  # theirs for a year
    client.post(f"{BASE}follow/finish/")
    assert client.get(f"{BASE}follow/own/").status_code == 302


def test_nobody_answers_for_another(corps, client):
    one, other = corps.volunteer(), corps.volunteer()
    theirs = corps.call_up().invitations.get(volunteer=other)
    follow(client, one)
    assert client.post(f"{BASE}follow/answer/{theirs.pk}/", {"answer": "no"}).status_code == 404


def test_a_certificate_is_verified_without_a_name(corps, client):
    one = corps.served(corps.volunteer(name="唐秀英"))
    made = actions.certify(one, by=None, at=corps.at)
    code = made.check_code
    text = client.get(f"{BASE}verify/{code}/").content.decode()
    assert made.number in text
    assert "唐**" in text
    assert "唐秀英" not in text
    spaced = " ".join((code[:4], code[4:8], code[8:])).lower()
    assert made.number in client.post(f"{BASE}verify/", {"code": spaced}).content.decode()
    assert "ZYZM" not in client.get(f"{BASE}verify/ABCDEFGHJKMN/").content.decode()
    assert Certificate.objects.count() == 1


def test_check_codes_cannot_be_tried_through(corps, client, settings):
    settings.GUARD_LIMITS = {"portal.code.address": "3/15m"}
    for _try in range(3):
        client.get(f"{BASE}verify/ABCDEFGHJKMN/")
    assert client.get(f"{BASE}verify/ABCDEFGHJKMN/").status_code == 429
