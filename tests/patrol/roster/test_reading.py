"""What the roster says of a week."""

from datetime import date, timedelta

import pytest

from grids.models import Post
from patrol.models import Duty
from patrol.roster.reading import read
from patrol.roster.weeks import Week

from .. import patrols
from ..patrols import END, START
from . import weeks
from .weeks import THIS

pytestmark = pytest.mark.django_db
HOUR, DAY, AT = timedelta(hours=1), timedelta(days=1), START - timedelta(days=1)


def marks(cast, user=None) -> list[str]:
    roster = read(THIS, user or cast.jin, at=AT)
    return [mark.words for row in roster.rows for _day, cells in row.days for cell in cells for mark in cell.marks]


def test_shifts_stand_by_route_and_day(cast):
    patrols.shift(cast, people=[cast.hong, cast.wang])
    (row,) = read(THIS, cast.jin, at=AT).rows
    assert row.name == "棠湖线"
    assert [(day, [cell.people for cell in cells]) for day, cells in row.days if cells] == [
        (START.date(), ["洪袖套、王网格"])]
    assert marks(cast) == []


def test_a_route_without_shifts_stands_there_unless_given_up(cast):
    route = patrols.route(cast)
    assert len(read(THIS, cast.jin, at=AT).rows) == 1
    route.closed_on = START.date()
    route.save()
    assert read(THIS, cast.jin, at=AT).rows == []


def test_who_left_makes_a_vacancy(cast):
    patrols.shift(cast, people=[cast.hong, cast.wang])
    Post.objects.filter(user=cast.wang).update(valid_to=date(2026, 3, 10))
    assert len(marks(cast)) == 1
    assert "王网格" in marks(cast)[0]
    Post.objects.filter(user=cast.hong).update(valid_to=date(2026, 3, 10))
    assert len(marks(cast)) == 1  # vacant, and nothing more


def test_somebody_twice_at_once_is_seen_also_when_it_got_there_by_the_back_door(cast):
    patrols.shift(cast)
    other = patrols.planned(cast, route=patrols.route(cast, "别线"), people=[cast.wang], starts_at=START + HOUR,
                            ends_at=END + HOUR)
    Duty.objects.filter(shift=other).update(person=cast.hong)
    assert len(marks(cast)) == 2


def test_rest_counts_shifts_of_the_sunday_before(cast):
    weeks.rule()
    monday = THIS.starts_at + 2 * HOUR
    patrols.planned(cast, at=AT - 7 * DAY, starts_at=THIS.starts_at - 3 * HOUR, ends_at=THIS.starts_at - HOUR)
    patrols.planned(cast, at=AT - 7 * DAY, starts_at=monday, ends_at=monday + HOUR, rest_reason="本人同意",
                    route=patrols.route(cast, "别线"))
    assert any("3" in words for words in marks(cast))


def test_another_town_is_not_there(cast):
    patrols.shift(cast)
    assert read(THIS, cast.lu, at=AT).rows == []
    assert len(read(THIS, cast.chen, at=AT).rows) == 1


def test_weeks_have_names_and_holidays():
    assert str(Week.named("2026-W11")) == "2026-W11"
    assert Week.named("2026-W53").monday == date(2026, 12, 28)
    for name in ("2025-W53", "2026-W00", "2026-W1", "W11", "9999-W60"):
        with pytest.raises(ValueError):  # noqa: PT011 - which of the two reasons does not matter
            Week.named(name)


def test_days_off_and_make_up_days(db):
    from patrol.roster.weeks import special
    from shuangliu.deadlines.models import SpecialDay

    assert special(date(2025, 10, 1)) == "holiday"
    assert special(date(2026, 3, 11)) == special(date(2026, 3, 14)) == ""
    SpecialDay.objects.create(date=date(2026, 3, 14), is_working=True, name="调休")
    assert special(date(2026, 3, 14)) == "make-up"
