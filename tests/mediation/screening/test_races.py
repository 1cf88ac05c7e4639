"""Two at once, on a real PostgreSQL."""

import pytest

from mediation import actions
from mediation.models import Case
from mediation.screening import levels, results, sweep
from mediation.screening.models import Finding, PointWarning, Screening, Touch, WarningChange
from mediation.screening.results import Found, ScreeningMoved
from mediation.screening.rule import Level
from shuangliu.audit.models import Entry
from shuangliu.indicators.models import Delta
from tests.at_once import at_once
from tests.cast import assemble
from tests.mediation import story as cases
from tests.mediation.story import AT

from . import story

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
WEEK = story.WEEK


def test_two_sweeps_open_remind_and_count_once():
    cast = assemble()
    story.planned(cast)
    later = AT + 2 * WEEK
    at_once(lambda: sweep.sweep(later), lambda: sweep.sweep(later))
    periods = Screening.objects.values_list("starts_on", flat=True)
    assert len(periods) == len(set(periods)) == 3
    assert Delta.objects.filter(measure="screening.planned").count() == 2
    assert Entry.objects.filter(verb="screening.missed").count() == 2


def test_a_result_and_the_count_at_once_agree():
    cast = assemble()
    one = story.screening(cast)
    later = AT + WEEK
    at_once(lambda: results.write_result(one, by=cast.zhao, at=AT), lambda: sweep.count(later))
    stored = Screening.objects.get(pk=one.pk)
    assert stored.is_done
    assert Delta.objects.filter(measure="screening.done").count() == stored.in_time


def test_of_two_results_one_stands():
    cast = assemble()
    ones = [story.screening(cast) for _ in range(2)]
    told = at_once(*(lambda one=one, by=by: results.write_result(one, by=by, at=AT, findings=[Found(story.kind())])
                     for one, by in zip(ones, (cast.zhao, cast.wang), strict=True)))
    assert sum(isinstance(one, ScreeningMoved) for one in told) == 1
    assert Finding.objects.count() == 1


def test_two_acts_at_once_leave_a_level_that_is_right():
    cast = assemble()
    story.warned(cast)
    first, second = Case.objects.order_by("pk")
    at_once(lambda: actions.refuse_case(first, by=cast.wu, at=AT, reason="已由法院受理。"),
            lambda: actions.refuse_case(second, by=cast.wu, at=AT, reason="已由法院受理。"))
    at_once(lambda: levels.catch_up(AT), lambda: levels.catch_up(AT))
    levels.catch_up(AT)
    assert PointWarning.objects.get().level == Level.NONE
    assert not Touch.objects.exists()
    assert WarningChange.objects.filter(new=Level.NONE).count() == 1


def test_two_looks_write_a_change_once():
    cast = assemble()
    story.planned(cast)
    for _ in range(2):
        cases.registered(cast)
    at_once(lambda: levels.recompute(None, at=AT), lambda: levels.recompute(None, at=AT))
    assert WarningChange.objects.count() == 1
