"""Requests of another server are taken over: none is lost, each odd one is named."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from grids.models import Area
from hotline.models import Ticket
from hotline.open311 import importing
from hotline.open311.importing import requests_in, take_over
from shuangliu.notices.models import Notice
from tests.incidents.story import PIPE, RUBBISH
from tests.shared import shared

SAN_FRANCISCO = shared("open311-san-francisco-500.json")


def row(number="1", **more) -> dict:
    return {"service_request_id": number, "status": "closed", "service_code": "7", "service_name": "Graffiti",
            "requested_datetime": "2026-01-05T08:00:00Z", "updated_datetime": "2026-01-07T08:00:00Z",
            "address": "棠湖西路", "lat": 30.5, "long": 103.82, **more}


@pytest.fixture
def take(calls):
    kinds = calls.story.kinds

    def run(*rows, **how):
        given = {"source": "sfgov.org", "area": calls.cast.county, "kinds": {"7": kinds[PIPE]},
                 "other": kinds[RUBBISH], "by": None, "at": calls.later()} | how
        return take_over(list(rows), **given)

    return run


def test_what_is_over_is_filed_and_what_is_open_goes_to_the_office(take):
    report = take(row(), row("2", status="Open", updated_datetime=None))
    assert (report.read, dict(report.counts), report.odd) == (2, {"filed": 1, "sent": 1}, [])
    filed, sent = Ticket.objects.order_by("id")
    assert (filed.state, filed.area.code, filed.due_at, filed.category.code) == (
        "archived", "510116001001001", None, PIPE)
    assert f"{filed.received_at:%F} {filed.closed_at:%F}" == "2026-01-05 2026-01-07"
    assert (sent.state, sent.incident.state, f"{sent.received_at:%F}") == ("dispatched", "reported", "2026-01-05")
    assert sent.reply_due_at.year == 2026
    assert sent.reply_due_at.month == 3  # its time runs from now
    assert not Notice.objects.filter(matter_id=filed.pk, matter_type="hotline.ticket").exists()


def test_taken_over_again_nothing_is_doubled_and_a_trial_leaves_nothing(take):
    take(row(), is_trial=True)
    assert not Ticket.objects.exists()
    take(row())
    assert dict(take(row(), row("2")).counts) == {"there before": 1, "filed": 1}


@pytest.mark.parametrize(("change", "oddity"), [
    ({"lat": None, "long": None}, importing.NO_POSITION),
    ({"lat": 0, "long": 0}, importing.NO_POSITION),
    ({"lat": "north"}, importing.NO_POSITION),
    ({"lat": 37.7, "long": -122.4}, importing.ELSEWHERE),
    ({"updated_datetime": "2026-01-04 08:00:00"}, importing.BACKWARDS),
    ({"requested_datetime": "yesterday"}, importing.NO_TIME),
    ({"service_code": "8"}, importing.NO_KIND),
    ({"service_request_id": None}, importing.NO_NUMBER),
])
def test_what_is_odd_is_named_and_kept(take, change, oddity):
    report = take(row() | change)
    assert [said for _number, said in report.odd] == [oddity]
    ticket = Ticket.objects.get()
    assert "棠湖西路" in ticket.place
    assert ticket.received_at <= ticket.closed_at


def test_a_number_for_the_second_time_is_kept_too(take):
    report = take(row(), row())
    assert report.odd == [("1#2", importing.TWICE)]
    assert Ticket.objects.count() == 2


def test_the_command_says_what_it_did(calls, tmp_path):
    file, pairs, out = tmp_path / "rows.json", tmp_path / "kinds.csv", StringIO()
    file.write_text(json.dumps([row(), row("2", lat=None)]), encoding="utf-8")
    pairs.write_text(f"service_code,category\n7,{PIPE}\n", encoding="utf-8")
    asked = {"area": "510116", "source": "sfgov.org", "categories": pairs, "other": RUBBISH, "stdout": out}
    call_command("import_open311", file, dry_run=True, **asked)
    assert not Ticket.objects.exists()
    call_command("import_open311", file, **asked)
    assert out.getvalue().splitlines()[-2:] == ["2: without position", "2 requests: 2 filed; 1 oddities"]
    for wrong in ({"area": "999999"}, {"other": "E77-77"}):
        with pytest.raises(CommandError):
            call_command("import_open311", file, **asked | wrong)
    file.write_text("{}", encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("import_open311", file, **asked)


@pytest.mark.skipif(SAN_FRANCISCO is None, reason="the requests of San Francisco are not here")
def test_san_francisco_loses_none(take, calls):
    rows = requests_in(SAN_FRANCISCO)
    city = Area.objects.create(code="060000", level="county", name="San Francisco", valid_from="2010-01-01")
    report = take(*rows, area=city)
    assert (len(rows), report.read, Ticket.objects.count()) == (500, 500, 500)
    assert dict(report.counts) == {"filed": 371, "sent": 129}
    assert len(report.of(importing.NO_POSITION)) == 26
    assert len(report.of(importing.BACKWARDS)) == 38
    assert set(Ticket.objects.values_list("county_key", flat=True)) == {city.key}
