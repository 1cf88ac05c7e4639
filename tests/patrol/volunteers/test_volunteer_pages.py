"""The desk's pages: who sees whom, acts by form, what is typed wrongly, hours of shifts, the list as a file."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
import time_machine
from openpyxl import load_workbook

from patrol.models import CallUp, Team, Volunteer
from shuangliu.audit.models import Entry
from tests.conftest import NOW
from tests.patrol import patrols
from tests.residents.story import LUO

from .story import CHILD

pytestmark = pytest.mark.django_db
BASE = "/patrol/volunteers/"


def entry(**given) -> dict:
    return {"uuid": str(uuid4()), "area": "510116001001", "name": "罗永贵", "document": "111", "id_number": LUO,
            "phone": "13800001234", "services": ["security"], "consent": "on"} | given


def test_the_community_and_the_leader_of_the_town_see_them_masked(corps, cast, browser):
    one = corps.volunteer(name="唐秀英", phone="13900005678")
    for person in (cast.zhao, cast.jin):
        page = browser(person).get(BASE).content.decode()
        assert "唐**" in page
        assert "唐秀英" not in page
        assert "13900005678" not in browser(person).get(one.get_absolute_url()).content.decode()
    assert browser(cast.qian).get(one.get_absolute_url()).status_code == 404
    assert browser(cast.chen).get(BASE).status_code == 403


def test_revealed_for_a_purpose_with_the_code(corps, cast, browser):
    one = corps.volunteer(name="唐秀英")
    client = browser(cast.zhao)
    client.post(f"{one.get_absolute_url()}reveal/", {"purpose": "other", "words": "电话通知集合"})
    page = client.get(one.get_absolute_url()).content.decode()
    assert "唐秀英" in page
    assert one.code in page


def test_entered_at_the_desk_with_the_card(corps, cast, browser):
    client, sent = browser(cast.zhao), entry()
    assert client.get(f"{BASE}new/").status_code == 200
    answer = client.post(f"{BASE}new/", sent)
    one = Volunteer.objects.get()
    assert answer["Location"] == one.get_absolute_url()
    assert (one.state, one.verified_by) == ("verified", cast.zhao)
    client.post(f"{BASE}new/", sent)
    assert Volunteer.objects.count() == 1
    again = client.post(f"{BASE}new/", entry())
    assert again.status_code == 422
    assert "棠湖社区" in again.content.decode()
    assert Volunteer.objects.count() == 1


def test_the_desk_asks_for_the_guardian(corps, cast, browser):
    client = browser(cast.zhao)
    named = {"id_number": CHILD, "guardian_name": "罗大明", "guardian_phone": "13800005678"}
    assert client.post(f"{BASE}new/", entry(**named)).status_code == 422
    assert not Volunteer.objects.exists()
    assert client.post(f"{BASE}new/", entry(**named, guardian_agreed="on")).status_code == 302


@pytest.mark.parametrize(("state", "act", "sent", "then"), [
    ("applied", "verify", {"seen": "on"}, "verified"), ("verified", "activate", {}, "active"),
    ("active", "suspend", {"reason": "休养"}, "suspended"), ("suspended", "resume", {}, "active"),
    ("applied", "refuse", {"reason": "证件与本人不符"}, "refused"), ("active", "withdraw", {}, "withdrawn")])
def test_acts_by_form(corps, cast, browser, state, act, sent, then):
    one, client = corps.volunteer(state), browser(cast.zhao)
    url = f"{one.get_absolute_url()}{act}/"
    assert client.get(url).status_code == 200
    assert client.post(url, sent)["Location"] == one.get_absolute_url()
    assert Volunteer.objects.get().state == then
    assert client.post(url, sent).status_code == 409
    assert browser(cast.jin).post(url, sent).status_code == 403
    assert browser(cast.qian).post(url, sent).status_code == 404


def test_training_insurance_correction_account(corps, cast, browser):
    one, client = corps.volunteer(), browser(cast.zhao)
    url = one.get_absolute_url()
    assert client.post(f"{url}train/", {"course": "safety", "held_on": "2026-03-12"}).status_code == 422  # tomorrow
    assert client.post(f"{url}train/", {"course": "safety", "held_on": "2026-03-10"}).status_code == 302
    policy = {"insurer": "人保财险", "policy": "PA1", "starts_on": "2026-03-01", "ends_on": "2026-02-01"}
    assert client.post(f"{url}insure/", policy).status_code == 422
    policy["ends_on"] = "2027-02-28"
    assert client.post(f"{url}insure/", policy).status_code == 302
    assert client.post(f"{url}insure/", policy).status_code == 422
    same = {"document": "111", "services": ["rescue"], "area": "510116001001"}
    assert client.post(f"{url}correct/", same | {"phone": "13700001111"}).status_code == 302
    assert client.post(f"{url}bind/", {"user": "wang"}).status_code == 422
    assert client.post(f"{url}bind/", {"user": "hong"}).status_code == 302
    row = Volunteer.objects.get()
    assert (row.phone, row.name, row.user, str(row.insured_until)) == ("13700001111", one.name, cast.hong, "2027-02-28")
    assert [ability.what for ability in row.abilities.all()] == ["rescue"]


def test_looked_up_by_number_phone_and_name(corps, cast, browser):
    one = corps.volunteer(name="罗永贵", number=LUO, phone="13800001234")
    client = browser(cast.zhao)
    for typed in (one.number, LUO, "138 0000 1234", "罗永贵"):
        assert client.post(f"{BASE}search/", {"q": typed})["Location"] == one.get_absolute_url()
    assert Entry.objects.filter(verb="volunteer.looked_up", matter_id=one.pk).count() == 3
    assert browser(cast.qian).post(f"{BASE}search/", {"q": LUO}).status_code == 200


def test_narrowed_by_tab_area_ability_and_team(corps, cast, browser):
    rescuer, other, waiting = corps.fit(abilities=["rescue"]), corps.volunteer(), corps.apply()
    corps.insure(other, until=corps.today + timedelta(days=10))
    team = corps.team(rescuer)
    client = browser(cast.jin)

    def shown(**asked) -> set:
        return {row.pk for row in client.get(BASE, asked).context["page"].rows}

    assert shown() == {rescuer.pk, other.pk}
    assert shown(tab="waiting") == {waiting.pk}
    assert shown(tab="insurance") == {other.pk}
    assert shown(what="rescue") == shown(team=team.pk) == {rescuer.pk}
    assert shown(tab="all", state="applied") == {waiting.pk}
    assert shown(area="510116001001") == {rescuer.pk, other.pk}
    assert client.get(BASE, {"area": "510116002001"}).status_code == 422


def test_the_file_is_masked_and_without_minors(corps, cast, browser):
    corps.volunteer(name="唐秀英")
    corps.apply(number=CHILD, guardian_name="罗大明", guardian_phone="13800005678", name="小明明")
    file = b"".join(browser(cast.zhao).get(f"{BASE}export/", {"tab": "all"}).streaming_content)
    rows = list(load_workbook(BytesIO(file)).active.iter_rows(values_only=True))
    said = str(rows)
    assert "唐**" in said
    assert "唐秀英" not in said
    assert "小**" not in said


def test_teams(corps, cast, browser):
    one, client = corps.volunteer("verified"), browser(cast.jin)
    form = {"name": "棠湖一队", "kind": "peace", "area": "510116001001"}
    assert client.post("/patrol/teams/new/", form).status_code == 302
    assert client.post("/patrol/teams/new/", form).status_code == 422
    team = Team.objects.get()
    url = team.get_absolute_url()
    assert client.post(f"{url}join/", {"number": "99"}).status_code == 422
    assert client.post(f"{url}join/", {"number": one.number}).status_code == 302
    one.refresh_from_db()
    assert one.state == "active"  # whoever joins serves
    assert client.post(f"{url}edit/", {"name": "棠湖一队", "kind": "service", "leader": one.pk}).status_code == 302
    assert client.get("/patrol/teams/").context["page"].rows[0].strength == 1
    member = team.members.get()
    assert client.post(f"{url}leave/{member.pk}/").status_code == 302
    team.refresh_from_db()
    assert team.leader is None
    assert client.post(f"{url}close/").status_code == 302
    assert client.post(f"{url}join/", {"number": one.number}).status_code == 409


def test_called_up_answered_by_phone_and_hours_verified(corps, cast, browser):
    one, client = corps.volunteer(), browser(cast.jin)
    sent = {"uuid": str(uuid4()), "title": "招聘会", "task": "order", "area": "510116001", "place": "文化广场",
            "needed": "1", "starts_at": "2026-03-11T14:00", "ends_at": "2026-03-11T16:30"}
    assert client.post("/patrol/call-ups/new/", sent | {"ends_at": "2026-03-11T13:00"}).status_code == 422
    assert client.post("/patrol/call-ups/new/", sent | {"task": "rescue"}).status_code == 422  # nobody is insured
    assert client.post("/patrol/call-ups/new/", sent).status_code == 302
    assert client.post("/patrol/call-ups/new/", sent).status_code == 302
    call_up = CallUp.objects.get()
    url, asked = call_up.get_absolute_url(), call_up.invitations.get()
    client.post(f"{url}answer/{asked.pk}/", {"answer": "yes"})
    assert client.get(url).context["coming"] == 1
    assert client.get(f"{url}hours/").status_code == 409  # it has not begun
    with time_machine.travel(NOW + timedelta(hours=8), tick=False):
        client = browser(cast.jin)
        page = client.get(f"{url}hours/")
        assert page.context["form"][f"hours_{one.pk}"].value() == 2.5
        assert client.post(f"{url}hours/", {f"hours_{one.pk}": "25"}).status_code == 422
        helper = corps.volunteer()
        client.post(f"{url}hours/", {f"hours_{one.pk}": "2.5", "number": helper.number, "more": "1"})
    assert [row.hours for row in Volunteer.objects.order_by("pk")] == [2.5, 1]


def test_hours_of_a_shift_are_offered_to_who_checked_in(corps, cast, browser):
    hong = corps.hong()
    shift = patrols.shift(cast)
    patrols.check_in(shift, at=patrols.START, by=cast.hong)
    url = f"/patrol/shifts/{shift.pk}/hours/"
    with time_machine.travel(patrols.END + timedelta(hours=1), tick=False):
        client = browser(cast.jin)
        assert url in client.get(shift.get_absolute_url()).content.decode()
        assert url not in browser(cast.hong).get(shift.get_absolute_url()).content.decode()
        assert client.get(url).context["form"][f"hours_{hong.pk}"].value() == 2
        assert client.post(url, {f"hours_{hong.pk}": "2"}).status_code == 302
        assert browser(cast.hong).get(url).status_code == 403
    hong.refresh_from_db()
    assert hong.hours == 2


def test_a_volunteer_with_an_account_sees_the_own_record(corps, cast, browser):
    client = browser(cast.hong)
    assert client.get("/patrol/me/").status_code == 200  # not bound yet
    hong = corps.served(corps.hong())
    asked = corps.call_up().invitations.get(volunteer=hong)
    assert "3" in client.get("/patrol/me/").content.decode()
    client.post(f"/patrol/me/answer/{asked.pk}/", {"answer": "yes"})
    asked.refresh_from_db()
    assert (asked.answer, asked.way) == ("yes", "account")
    assert client.post("/patrol/me/certificate/")["Content-Type"] == "application/pdf"
    other = corps.volunteer()
    theirs = corps.call_up().invitations.get(volunteer=other)
    assert client.post(f"/patrol/me/answer/{theirs.pk}/", {"answer": "no"}).status_code == 404


def test_above_there_are_figures_and_no_person(corps, cast, browser):
    corps.served(corps.volunteer(name="唐秀英"))
    for person in (cast.tang, cast.sun, cast.zhao):
        page = browser(person).get(f"{BASE}figures/")
        assert page.context["total"]["serving"] == 1
        assert page.context["total"]["hours_sum"] == 3
        assert "唐*" not in page.content.decode().split("<main")[1]


def test_no_page_asks_whom_they_stopped(corps, cast, browser):
    corps.volunteer()
    page = browser(cast.jin).get(corps.call_up().get_absolute_url()).content.decode()
    assert "110" in page


def test_a_community_writes_down_what_its_own_told_it_of_a_call_up_of_the_town(corps, cast, browser):
    own = corps.volunteer()
    call_up = corps.call_up()  # of the whole town
    url, asked, client = call_up.get_absolute_url(), call_up.invitations.get(volunteer=own), browser(cast.zhao)
    assert [row.pk for row in client.get("/patrol/call-ups/").context["page"].rows] == [call_up.pk]
    assert [row.volunteer for row in client.get(url).context["page"].rows] == [own]
    assert client.post(f"{url}answer/{asked.pk}/", {"answer": "yes"}).status_code == 302
    asked.refresh_from_db()
    assert asked.answered_by == cast.zhao
    assert client.get(f"{url}cancel/").status_code == 403
    assert browser(cast.qian).get(url).status_code == 404
