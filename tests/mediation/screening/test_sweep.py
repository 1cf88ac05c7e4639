"""A period opens, reminds, and is counted; once, however often the job runs."""

from datetime import timedelta

import pytest

from mediation.screening import plans, results, sweep
from mediation.screening.models import Screening, ScreeningPlan
from shuangliu.audit.models import Entry
from shuangliu.indicators import reading
from shuangliu.indicators.models import Delta
from shuangliu.indicators.recompute import compare

from . import story

DAY = timedelta(days=1)


def amounts(area, start, end):
    return reading.totals(["screening.planned", "screening.done"], area, start, end)


def test_a_point_gets_the_usual_plan_and_its_first_week(cast, now):
    one = story.screening(cast, at=now)
    assert one.every == "weekly"
    # The plan began today, so the first week is cut short; it ends on Sunday.
    assert (one.starts_on, one.ends_on) == (now.date(), now.date() + 4 * DAY)
    assert sweep.sweep(now) == {"opened": 0, "reminded": 0, "counted": 0}


def test_who_screens_is_reminded_once_before_the_end(cast, now):
    one = story.screening(cast, at=now)
    friday = now + 2 * DAY
    assert sweep.sweep(friday)["reminded"] == 1
    assert sweep.sweep(friday)["reminded"] == 0
    for user in (cast.feng, cast.zhao):  # the organisation's mediator, the community's workstation
        assert story.notices_of(user, "screening.due_soon").get().url == one.get_absolute_url()


def test_what_is_done_is_not_reminded_of(cast, now):
    one = story.screening(cast, at=now)
    results.write_result(one, by=cast.zhao, at=now)
    assert sweep.sweep(now + 2 * DAY)["reminded"] == 0


def test_done_and_missed_are_counted_once_when_the_week_is_over(cast, now):
    one = story.screening(cast, at=now)
    results.write_result(one, by=cast.zhao, at=now)
    monday = now + 5 * DAY
    assert sweep.sweep(monday)["counted"] == 1
    assert sweep.sweep(monday + 7 * DAY)["counted"] == 1  # the next week nobody did anything
    sweep.sweep(monday + 7 * DAY)
    assert amounts(cast.community, now.date(), now.date() + 30 * DAY) == {"screening.planned": 2, "screening.done": 1}
    assert list(Screening.objects.values_list("in_time", flat=True)) == [True, False, None]
    assert story.notices_of(cast.zheng, "screening.missed").count() == 1
    assert Entry.objects.filter(verb="screening.missed").count() == 1


def test_a_late_result_is_kept_and_does_not_count(cast, now):
    one = story.screening(cast, at=now)
    sweep.sweep(now + 5 * DAY)
    one.refresh_from_db()
    results.write_result(one, by=cast.zhao, at=now + 5 * DAY)
    assert one.is_done
    assert one.in_time is False
    assert amounts(cast.community, now.date(), now.date() + 30 * DAY)["screening.done"] == 0
    assert not Screening.objects.missed().exists()


def test_weeks_in_which_no_job_ran_are_missed_weeks(cast, now):
    story.screening(cast, at=now)
    result = sweep.sweep(now + 21 * DAY)
    assert result["opened"] == 3
    assert result["counted"] == 3


def test_a_plan_that_rests_plans_nothing_and_misses_nothing(cast, now):
    one = story.screening(cast, at=now)
    plan = one.point.plan
    plans.set_plan(plan, by=cast.zheng, at=now, every="weekly", org=one.point.org, is_active=False)
    assert sweep.sweep(now + 40 * DAY) == {"opened": 0, "reminded": 0, "counted": 0}
    plan = ScreeningPlan.objects.select_related("point__area", "point__org").get(pk=plan.pk)
    plans.set_plan(plan, by=cast.zheng, at=now + 40 * DAY, every="monthly", org=one.point.org, is_active=True)
    sweep.sweep(now + 40 * DAY)
    assert Screening.objects.get().starts_on == (now + 40 * DAY).date()


def test_the_nightly_count_finds_the_same(cast, now):
    one = story.screening(cast, at=now)
    results.write_result(one, by=cast.zhao, at=now)
    sweep.sweep(now + 12 * DAY)
    names = ["screening.planned", "screening.done"]
    assert compare(names, at=now) == 0
    Delta.objects.filter(measure="screening.done").delete()
    assert compare(names, at=now) == 1


@pytest.mark.parametrize("every", ["half_monthly", "monthly"])
def test_another_rhythm_begins_after_the_running_week(cast, now, every):
    one = story.screening(cast, at=now)
    plans.set_plan(one.point.plan, by=cast.zheng, at=now, every=every, org=one.point.org, is_active=True)
    sweep.sweep(now + 5 * DAY)
    after = Screening.objects.latest("starts_on")
    assert after.every == every
    assert after.starts_on == one.ends_on + DAY
    assert (after.ends_on.month, after.ends_on.day) == (3, 31)
