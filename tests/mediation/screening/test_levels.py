"""Levels follow from open cases, expire by themselves, and are reset with a reason only."""

from datetime import timedelta

import pytest

from mediation import actions
from mediation.screening import levels, resets, results, rules
from mediation.screening.models import PointWarning, Touch, WarningChange, WarningRule
from mediation.screening.models.warnings import Why
from mediation.screening.rule import FIRST, Level, Measure
from shuangliu.audit.models import Entry
from tests.mediation import story as cases

from . import story

DAY = timedelta(days=1)


def level(cast, at):
    warning = story.warning(cast, at=at)
    return warning.level


def test_a_level_rises_with_cases_and_goes_down_as_they_close(cast, now):
    story.planned(cast, at=now)
    assert level(cast, now) == Level.NONE
    first, second = cases.registered(cast, at=now), cases.registered(cast, at=now)
    assert level(cast, now) == Level.BLUE
    actions.refuse_case(second, by=cast.wu, at=now, reason="已由法院受理。")
    assert level(cast, now) == Level.NONE
    assert list(WarningChange.objects.values_list("old", "new", "why")) == [
        ("blue", "none", Why.CASES), ("none", "blue", Why.CASES)]
    assert first.due_at
    assert not Touch.objects.exists()


def test_an_overdue_case_raises_it(cast, now):
    story.planned(cast, at=now)
    story.late(cases.registered(cast, at=now, scale="02"))
    warning = story.warning(cast, at=now)
    assert warning.level == Level.ORANGE
    assert warning.counts == {"open": 1, "group": 1, "major": 0, "overdue": 1, "overdue_group": 1}


def test_managers_hear_of_a_rise_and_not_of_a_fall(cast, now):
    story.warned(cast, at=now)
    assert story.notices_of(cast.zheng, "warning.raised").count() == 1
    levels.catch_up(now)
    for case in cases.Case.objects.all():
        actions.refuse_case(case, by=cast.wu, at=now + DAY, reason="已由法院受理。")
    levels.catch_up(now + DAY)
    assert story.notices_of(cast.zheng, "warning.raised").count() == 1


def test_cases_of_another_community_do_not_count(cast, now):
    story.planned(cast, at=now)
    for _ in range(5):
        cases.registered(cast, at=now, area=cast.areas["510116002001"])
    assert level(cast, now) == Level.NONE


def test_a_case_found_at_another_point_counts_there_alone(cast, now):
    from mediation.models import MediationOrg, ScreeningPoint

    story.planned(cast, at=now)
    market = ScreeningPoint.objects.get()
    estate = ScreeningPoint.objects.create(name="棠湖小区", area=cast.community, org=MediationOrg.objects.first())
    finding = story.found(cast, at=now)
    cases.registered(cast, at=now)
    results.link_case(finding, cases.registered(cast, at=now), by=cast.wu, at=now)
    story.planned(cast, at=now)
    levels.catch_up(now)
    assert PointWarning.objects.get(point=market).counted.open == 2
    assert PointWarning.objects.get(point=estate).counted.open == 1


def test_a_reset_shows_no_warning_until_its_day(cast, now):
    warning = story.warned(cast, at=now)
    resets.reset_warning(warning, by=cast.zheng, at=now, reason="已现场协调。", until=(now + 3 * DAY).date())
    assert (warning.level, warning.computed) == (Level.NONE, Level.BLUE)
    levels.catch_up(now + 3 * DAY)
    assert PointWarning.objects.get().level == Level.NONE
    levels.catch_up(now + 4 * DAY)
    warning = PointWarning.objects.get()
    assert (warning.level, warning.reset_until) == (Level.BLUE, None)
    assert WarningChange.objects.first().why == Why.RESET_OVER
    entry = Entry.objects.get(verb="warning.reset")
    assert entry.detail["reason"] == "已现场协调。"
    assert entry.actor_id == cast.zheng.pk


def test_a_reset_ends_when_things_get_worse(cast, now):
    warning = story.warned(cast, at=now)
    resets.reset_warning(warning, by=cast.zheng, at=now, reason="已现场协调。", until=(now + 9 * DAY).date())
    cases.registered(cast, at=now)
    assert level(cast, now) == Level.NONE  # three cases: blue still
    cases.registered(cast, at=now)
    assert level(cast, now) == Level.YELLOW


def test_there_is_nothing_to_reset_twice(cast, now):
    warning = story.warned(cast, at=now)
    again = PointWarning.objects.select_related("point__plan").get(pk=warning.pk)
    resets.reset_warning(warning, by=cast.zheng, at=now, reason="一", until=now.date())
    with pytest.raises(resets.WarningMoved):
        resets.reset_warning(again, by=cast.zheng, at=now, reason="二", until=now.date())
    with pytest.raises(resets.WarningMoved):
        resets.reset_warning(warning, by=cast.zheng, at=now, reason="三", until=now.date())


def test_the_nightly_look_finds_what_nobody_touched(cast, now, caplog):
    story.warned(cast, at=now)
    assert levels.compare(now) == 0
    cases.Case.objects.update(scale="03")  # not by an act
    assert levels.compare(now) == 1
    assert "differed" in caplog.text
    assert PointWarning.objects.get().level == Level.RED


def test_another_rule_judges_at_once_or_from_its_day(cast, now):
    story.warned(cast, at=now)
    table = {**FIRST, Level.BLUE: {Measure.OPEN: 3}}
    county = cast.county
    rules.set_rule(county, by=cast.zheng, at=now, table=table, reason="试行", valid_from=now.date())
    assert PointWarning.objects.get().level == Level.NONE
    assert WarningChange.objects.first().why == Why.RULE
    rules.set_rule(county, by=cast.zheng, at=now, table=FIRST, reason="恢复", valid_from=(now + 2 * DAY).date())
    levels.compare(now)
    assert PointWarning.objects.get().level == Level.NONE
    levels.compare(now + 2 * DAY)
    assert PointWarning.objects.get().level == Level.BLUE
    assert WarningRule.objects.count() == 3


def test_the_preview_tells_what_would_change(cast, now):
    from mediation.models import ScreeningPoint

    story.warned(cast, at=now)
    points = ScreeningPoint.objects.select_related("area")
    seen = rules.preview({Level.RED: {Measure.OPEN: 2}}, points, now.date())
    assert [(str(point), old, new) for point, old, new in seen.changes] == [("棠湖农贸市场", Level.BLUE, Level.RED)]
    assert not rules.preview(FIRST, points, now.date()).changes
