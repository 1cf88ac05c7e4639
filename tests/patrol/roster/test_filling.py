"""A week is filled from the week before or from a template, looked at first."""

from datetime import date, timedelta

import pytest

from grids.models import Post
from patrol.models import Shift
from patrol.roster import actions
from patrol.roster.proposals import carry_out, keep_as_template, of_template, of_week_before
from patrol.shifts import actions as shifts
from patrol.shifts.states import State

from .. import patrols
from ..patrols import END, START
from . import weeks
from .weeks import BEFORE, NEXT, THIS

pytestmark = pytest.mark.django_db
HOUR, DAY, AT = timedelta(hours=1), timedelta(days=1), START - timedelta(days=1)


def copied(cast, at=AT):
    return of_week_before(THIS, cast.jin, at=at)


def test_a_shift_comes_seven_days_later_with_all_it_had(cast):
    weeks.last_week(cast, with_police=True, note="带手电")
    (one,) = copied(cast)
    assert (one.starts_at, one.stays_out, one.warnings) == (START, "", [])
    assert carry_out([one], by=cast.jin, at=AT) == (1, 0)
    made = Shift.objects.get(starts_at=START)
    assert (made.with_police, made.note, made.state, made.required) == (True, "带手电", State.PLANNED, 2)
    assert list(made.duties.values_list("person", flat=True)) == [cast.hong.pk]


def test_twice_is_once(cast):
    weeks.last_week(cast)
    carry_out(copied(cast), by=cast.jin, at=AT)
    (again,) = copied(cast)
    assert again.stays_out
    assert carry_out([again], by=cast.jin, at=AT) == (0, 1)
    assert Shift.objects.filter(starts_at=START).count() == 1


def test_what_stays_out_says_why(cast):
    route = patrols.route(cast, "旧线")
    weeks.last_week(cast, route=route)
    weeks.last_week(cast, route=patrols.route(cast, "早线"), days=-1, people=[cast.wang])
    weeks.last_week(cast, route=patrols.route(cast, "忙线"), days=1, people=[cast.li])
    patrols.planned(cast, route=patrols.route(cast, "别线"), people=[cast.li], starts_at=START + DAY + HOUR,
                    ends_at=END + DAY + HOUR)
    cancelled = weeks.last_week(cast, route=patrols.route(cast, "雨线"), days=2)
    shifts.cancel(cancelled, by=cast.jin, at=BEFORE, reason="暴雨")
    route.closed_on = date(2026, 3, 9)
    route.save()
    reasons = {one.route.name: one.stays_out for one in copied(cast)}
    assert set(reasons) == {"旧线", "早线", "忙线"}  # what was cancelled is not repeated
    assert all(reasons.values())
    assert cast.li.name in reasons["忙线"]


def test_who_no_longer_serves_does_not_come_along(cast):
    weeks.last_week(cast, people=[cast.hong, cast.wang])
    Post.objects.filter(user=cast.wang).update(valid_to=date(2026, 3, 8))
    (one,) = copied(cast)
    assert (one.people, one.dropped, one.stays_out) == ([cast.hong], [cast.wang], "")
    Post.objects.filter(user=cast.hong).update(valid_to=date(2026, 3, 8))
    (one,) = copied(cast)
    assert one.stays_out


def test_what_is_warned_of_needs_a_reason(cast):
    weeks.rule()
    weeks.last_week(cast)
    patrols.planned(cast, route=patrols.route(cast, "别线"), starts_at=END + HOUR, ends_at=END + 2 * HOUR)
    (one,) = copied(cast)
    assert one.warnings
    assert not one.stays_out
    assert carry_out([one], by=cast.jin, at=AT) == (0, 1)
    assert carry_out(copied(cast), by=cast.jin, at=AT, rest_reason="本人同意") == (1, 0)


def test_proposals_warn_of_each_other(cast):
    """Two shifts of one template too near each other: the second is warned of."""
    weeks.rule()
    template = weeks.template(cast)
    actions.add_lines(template, by=cast.jin, at=AT, weekdays=[1], starts=END.time(), ends=(END + HOUR).time(),
                      route=patrols.route(cast, "二线"), people=[cast.hong])
    first, second = of_template(template, NEXT, at=AT)
    assert (first.warnings, bool(second.warnings)) == ([], True)


def test_a_template_line_over_midnight_ends_on_the_next_day(cast):
    template = weeks.template(cast)
    line = template.lines.get()
    line.starts, line.ends = START.replace(hour=22).time(), START.replace(hour=2).time()
    line.save()
    (one,) = of_template(template, NEXT, at=AT)
    assert one.ends_at - one.starts_at == 4 * HOUR
    assert one.day == NEXT.monday


def test_a_holiday_is_said(cast):
    template = weeks.template(cast, weekdays=[4])
    (one,) = of_template(template, weeks.Week.of(date(2026, 10, 1)), at=AT)
    assert one.notes


def test_a_week_kept_as_a_template_fills_another(cast):
    patrols.shift(cast)
    template = keep_as_template(THIS, by=cast.jin, at=AT, name="平常周", area=cast.town)
    (one,) = of_template(template, NEXT, at=AT)
    assert (one.starts_at, one.people) == (START + 7 * DAY, [cast.hong])


def test_a_week_is_published_at_once(cast):
    first = patrols.planned(cast)
    begun = patrols.planned(cast, route=patrols.route(cast, "早线"), starts_at=AT - HOUR, ends_at=AT + HOUR,
                            people=[cast.wang])
    assert actions.publish_week(THIS, by=cast.jin, at=AT) == 1
    for shift, state in ((first, State.PUBLISHED), (begun, State.PLANNED)):
        shift.refresh_from_db()
        assert shift.state == state
    assert actions.publish_week(THIS, by=cast.jin, at=AT) == 0
