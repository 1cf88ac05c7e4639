"""People who left for good are forgotten a year later; who stayed or came back is not."""

from datetime import date, timedelta

from residents import actions
from residents.models import Change, Person, Residence
from shuangliu.retention import forgetting

from .story import TANG

LEFT = date(2026, 3, 10)


def forget(day: date, homes) -> int:
    return forgetting.forget(at=homes.at + (day - homes.at.date()))["person.gone"]


def test_a_year_after_they_left(homes, cast):
    luo, tang = homes.register(), homes.register(name="唐秀英", number=TANG)
    actions.move_out(luo, by=cast.xie, at=homes.at, until=LEFT, left="away")
    assert forget(LEFT + timedelta(days=365), homes) == 0
    assert forget(LEFT + timedelta(days=366), homes) == 1
    assert list(Person.objects.all()) == [tang]
    assert not Change.objects.filter(person=luo.pk).exists()
    assert not Residence.objects.filter(person=luo.pk).exists()


def test_who_was_merged_into_them_goes_too(homes, cast):
    luo, twin = homes.register(), homes.register(number="", dwelling=homes.dwelling(room="502"))
    actions.merge(luo, twin, by=cast.xie, at=homes.at, reason="同一人")
    actions.move_out(luo, by=cast.xie, at=homes.at, until=LEFT, left="died")
    assert forget(LEFT + timedelta(days=366), homes) == 1
    assert not Person.objects.exists()


def test_whoever_came_back_stays(homes, cast):
    luo = homes.register()
    actions.move_out(luo, by=cast.xie, at=homes.at, until=date(2021, 1, 1), left="away")
    actions.move_in(luo, homes.dwelling(), by=cast.xie, at=homes.at, kind="registered", since=date(2026, 3, 1))
    assert forget(LEFT + timedelta(days=366), homes) == 0


def test_moving_within_the_county_is_no_reason(homes, cast):
    luo = homes.register()
    actions.move_out(luo, by=cast.xie, at=homes.at, until=LEFT, left="moved")
    assert forget(LEFT + timedelta(days=400), homes) == 0
