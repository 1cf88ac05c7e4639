"""The county's calendar: what is built in, what the table adds, and what is missing."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.db import connection

from shuangliu.deadlines.calendars import current, missing_years
from shuangliu.deadlines.models import SpecialDay
from shuangliu.pages import remembered
from tests.deadlines.story import at, start

pytestmark = pytest.mark.django_db

MAKE_UP_DAYS = ["2014-01-26", "2014-05-04", "2025-04-27", "2026-01-04", "2026-02-14", "2026-10-10"]
NEW_YEAR = {"name": "元旦", "date": "2027-01-01", "isOffDay": True}


def announce(year):
    SpecialDay.objects.create(date=date(year, 10, 1), name="国庆节")


@pytest.mark.parametrize("day", MAKE_UP_DAYS)
def test_make_up_days_are_worked(day):
    assert current().is_working(date.fromisoformat(day))


def test_the_table_comes_before_the_library():
    SpecialDay.objects.create(date="2026-10-01", is_working=True, name="国庆加班")
    SpecialDay.objects.create(date="2026-10-12", name="本县放假")
    assert current().is_working(date(2026, 10, 1))
    assert not current().is_working(date(2026, 10, 12))
    SpecialDay.objects.all().delete()
    assert current().is_working(date(2026, 10, 12))


def test_read_once_a_minute(django_assert_num_queries, monkeypatch):
    clock = [0.0]
    monkeypatch.setattr(remembered, "monotonic", lambda: clock[0])
    first = current()
    # Another process writes: no signal reaches this one.
    SpecialDay.objects.bulk_create([SpecialDay(date="2026-10-12", name="本县放假")])
    with django_assert_num_queries(0):
        assert current() is first
    clock[0] = 61.0
    with django_assert_num_queries(2):
        assert not current().is_working(date(2026, 10, 12))
        same = current()
    clock[0] = 200.0
    assert current() is same


def test_next_year_is_missing_from_autumn_on():
    assert missing_years(at("2026-09-30 12:00")) == []
    assert missing_years(at("2026-11-23 12:00")) == [2027]
    SpecialDay.objects.create(date="2027-03-01", name="本县放假")
    assert missing_years(at("2026-11-23 12:00")) == [2027]
    announce(2027)
    assert missing_years(at("2026-11-23 12:00")) == []


def test_a_year_that_a_running_clock_reaches_is_missing(matter):
    start(matter, amount=400, unit="natural_days", when="2026-03-11 09:30")
    assert missing_years(at("2026-03-11 12:00")) == [2027]


def test_check_holidays_names_the_years(time_machine):
    time_machine.move_to(at("2026-11-23 12:00"))
    with pytest.raises(CommandError, match="2027"):
        call_command("check_holidays")
    announce(2027)
    said = StringIO()
    call_command("check_holidays", stdout=said)
    assert "known" in said.getvalue()


def test_the_system_check_warns(time_machine):
    def warnings():
        found = run_checks(databases=[connection.alias])
        return [warning.msg for warning in found if warning.id == "deadlines.W001"]

    time_machine.move_to(at("2026-11-23 12:00"))
    assert warnings() == ["The holidays of 2027 are not known: its weeks count as plain Monday to Friday."]
    announce(2027)
    assert warnings() == []


@pytest.fixture
def holidays(tmp_path):
    """`holidays(content)` writes a file to import: JSON unless it is text."""

    def write(content):
        file = tmp_path / "2027.json"
        file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return str(file)

    return write


def test_import_holidays(holidays):
    SpecialDay.objects.create(date="2027-01-01", is_working=True, name="错")
    file = holidays({"year": 2027, "papers": [], "days": [
        {"name": "元旦", "date": "2027-01-01", "isOffDay": True},
        {"name": "元旦", "date": "2027-01-09", "isOffDay": False},
        {"name": "国庆节", "date": "2027-10-01", "isOffDay": True},
    ]})
    for new in (2, 0):
        said = StringIO()
        call_command("import_holidays", file, stdout=said)
        assert said.getvalue() == f"3 special days read, {new} of them new.\n"
    assert not current().is_working(date(2027, 1, 1))
    assert current().is_working(date(2027, 1, 9))
    assert 2027 in current().known_years


@pytest.mark.parametrize(("content", "reason"), [
    ("not json", "not JSON"),
    ({"year": 2027}, "not JSON with a list"),
    ([], "not JSON with a list"),
    ({"days": []}, "lists no days"),
    ({"days": [NEW_YEAR, {"name": "元旦", "date": "2 January", "isOffDay": True}]}, "number 2"),
    ({"days": [NEW_YEAR, {"name": "元旦", "date": "2027-01-02"}]}, "number 2"),
    ({"days": [NEW_YEAR, "2027-01-02"]}, "number 2"),
    ({"days": [{"name": "", "date": "2027-01-01", "isOffDay": True}]}, "number 1"),
    ({"days": [{"name": "元旦", "date": "2027-02-30", "isOffDay": True}]}, "number 1"),
])
def test_a_bad_file_changes_nothing(holidays, content, reason):
    with pytest.raises(CommandError, match=reason):
        call_command("import_holidays", holidays(content))
    assert not SpecialDay.objects.exists()


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_holidays", str(tmp_path / "nothing.json"))

