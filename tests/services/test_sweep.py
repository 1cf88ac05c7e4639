"""manage.py sweep runs what is due now, and says what came of each job."""

from datetime import datetime
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
import time_machine
from celery.schedules import crontab
from django.core.management import CommandError, call_command

from shuangliu.management.commands import sweep
from shuangliu.schedule import JOBS, MINUTELY, Job

EVENING = datetime(2026, 3, 11, 21, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
ran: list[str] = []


def every_minute():
    ran.append("minute")


def at_half_past_two():
    ran.append("night")
    return "7 checked"


def broken():
    raise LookupError("no such table")


def jobs(*names):
    when = {"every_minute": MINUTELY, "at_half_past_two": crontab(hour=2, minute=30), "broken": MINUTELY}
    return [Job(f"{__name__}.{name}", when[name]) for name in names]


@pytest.fixture(autouse=True)
def _fresh(monkeypatch, tmp_path):
    ran.clear()
    monkeypatch.setattr(sweep, "LAST_RUNS", tmp_path / "sweep.json")
    monkeypatch.setattr(sweep, "JOBS", jobs("every_minute", "at_half_past_two"))


def run_at(moment, **options) -> str:
    out = StringIO()
    with time_machine.travel(moment):
        call_command("sweep", stdout=out, stderr=out, **options)
    return out.getvalue()


def test_jobs_of_a_certain_hour_run_once_when_it_has_passed():
    run_at(EVENING)
    assert ran == ["minute", "night"]  # when the last time was is not known
    run_at(EVENING.replace(minute=5))
    assert ran == ["minute", "night", "minute"]
    assert "7 checked" in run_at(EVENING.replace(day=12, hour=3))
    assert ran[3:] == ["minute", "night"]


def test_all_means_all():
    run_at(EVENING)
    run_at(EVENING.replace(minute=5), all=True)
    assert ran == ["minute", "night"] * 2


def test_one_that_fails_is_named_and_the_others_have_their_turn(monkeypatch):
    monkeypatch.setattr(sweep, "JOBS", jobs("broken", "every_minute"))
    with pytest.raises(CommandError, match=r"1 failed: .*\.broken"):
        run_at(EVENING)
    assert ran == ["minute"]


@pytest.mark.django_db
def test_every_job_of_the_schedule_can_be_run(now, monkeypatch):
    monkeypatch.setattr(sweep, "JOBS", JOBS)
    out = StringIO()
    call_command("sweep", all=True, stdout=out, stderr=out)
    assert out.getvalue().count("done    ") == len(JOBS)
