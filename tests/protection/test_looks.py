"""Whose data a look was at stays known, by a keyed hash; the auditor finds it, and the person may have it."""

from datetime import timedelta

import pytest

from mediation import openings
from shuangliu.audit.models import Entry
from shuangliu.privacy.cipher import lookup_hash
from shuangliu.privacy.id_number import upgraded
from shuangliu.protection import looks, reveals
from shuangliu.protection.models import Look
from tests.hotline.story import PHONE
from tests.mediation import story as mediation
from tests.mediation.story import LIU, ZHANG

DOOR = "/protection/looks/"


@pytest.fixture
def case(cast, now):
    mediation.network(cast)
    return mediation.mediating(cast)


def asked(number: str, **more) -> dict:
    return {"number": number, "why": "本人申请查询", **more}


def test_what_the_subject_gets_names_the_office_and_not_the_official(case, cast, now):
    reveals.reveal(case, by=cast.feng, at=now, purpose="reach")
    (one,) = looks.of(ZHANG.id_number)
    assert (one.at, one.office, one.role, one.purpose) == (now, "东升街道", "调解员", "联系本人（电话、信函、上门）")
    assert one.what == "查看了姓名、证件号码和电话的明文"
    assert looks.of(ZHANG.phone) == [one]
    assert looks.of("+86 " + ZHANG.phone) == [one]


def test_a_number_of_the_first_generation_finds_the_one_of_the_second():
    assert looks.keys_for("510199800101123") >= {lookup_hash(upgraded("510199800101123"))}


def test_each_act_counts_once_for_a_person_with_two_numbers(case, cast, now):
    reveals.reveal(case, by=cast.feng, at=now, purpose="reach")
    keys = looks.keys_for(ZHANG.id_number) | looks.keys_for(ZHANG.phone)
    assert Look.objects.filter(subject__in=keys).count() == 2
    assert len(looks.of(keys)) == 1
    assert len(looks.of(case)) == 1


def test_opening_a_case_is_a_look_but_its_outline_is_none(case, cast, now):
    openings.note(case, by=cast.feng, at=now)
    openings.note(case, by=cast.chen, at=now)
    assert [(one.what, one.purpose) for one in looks.of(LIU.id_number)] == [("打开了案件", "办理案件")]


def test_it_stays_known_when_the_matter_has_forgotten_them(calls, ticket, cast, now):
    reveals.reveal(ticket, by=cast.ma, at=now, purpose="reach")
    type(ticket).objects.filter(pk=ticket.pk).update(caller=None)
    assert [one.what for one in looks.of(PHONE)] == ["查看了反映人姓名和电话的明文"]


def test_acts_of_the_log_that_show_nobody_leave_nothing(ticket, cast, now):
    assert Entry.objects.filter(verb="ticket.receive").exists()
    assert not Look.objects.exists()


def test_the_auditor_finds_by_number_and_the_number_stands_nowhere(ticket, cast, now, browser):
    reveals.reveal(ticket, by=cast.ma, at=now, purpose="reach")
    client = browser(cast.he)
    found = client.post(DOOR, asked(PHONE))
    assert PHONE not in found.url
    text = client.get(found.url).text
    assert "马坐席" in text
    assert "热线坐席" in text
    assert PHONE not in text
    assert Entry.objects.get(verb="look.searched").purpose == "本人申请查询"
    assert PHONE not in str(list(Entry.objects.values()))
    assert "无人查看过" in client.get(client.post(DOOR, asked("13800138999")).url).text


@pytest.mark.parametrize("sent", [{"number": PHONE}, asked("1"), asked("", why="好奇心")])
def test_without_a_number_or_a_reason_nothing_is_searched(sent, cast, now, browser):
    assert browser(cast.he).post(DOOR, sent).status_code == 422
    assert not Entry.objects.filter(verb="look.searched").exists()


def test_only_the_auditor_searches(cast, browser, now):
    for person in ("ma", "zheng", "chen"):
        assert browser(getattr(cast, person)).get(DOOR).status_code == 403
    assert browser(cast.he).get(f"{DOOR}?of=1 or 1").status_code == 400


def test_it_pages(calls, cast, now, browser):
    ticket = calls.receive()
    for number in range(60):
        at = now + number * timedelta(minutes=6)
        reveals.reveal(ticket, by=cast.ma, at=at, purpose="reach")
    client = browser(cast.he)
    first = client.get(client.post(DOOR, asked(PHONE)).url)
    assert len(first.context["seen"]) == 50
    after = first.context["page"].next_cursor
    assert len(client.get(first.request["PATH_INFO"], {"of": first.wsgi_request.GET["of"], "after": after})
               .context["seen"]) == 10
