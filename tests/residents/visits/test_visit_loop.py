"""Xie asks, Wang goes, Xie enters what he found."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from residents import actions as register
from residents.models import Change, Dwelling, Visit, VisitTask
from residents.visits import actions
from residents.visits.states import TRANSITIONS, Act, State
from shuangliu import audit, deadlines
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.indicators.models import Delta
from shuangliu.notices.models import Notice
from shuangliu.pages.conflict import Conflict
from shuangliu.retention.registry import forgetters

DAY = timedelta(days=1)


def amounts() -> dict[str, int]:
    found: dict[str, int] = {}
    for delta in Delta.objects.filter(measure__startswith="visit."):
        found[delta.measure] = found.get(delta.measure, 0) + delta.amount
    return found


def test_confirmed_is_one_tap_and_the_register_knows_it(visits, now):
    person = visits.register()
    visits.at = now + DAY
    task = visits.told()
    assert (task.state, task.result, task.done_by) == (State.DONE, "confirmed", visits.cast.wang)
    visits.at = now + 2 * DAY
    actions.enter(task, by=visits.cast.xie, at=visits.at, people={person.pk: "stays"})
    task.refresh_from_db(), person.refresh_from_db(), task.dwelling.refresh_from_db()
    assert (task.state, task.closed_by) == (State.ENTERED, visits.cast.xie)
    assert person.confirmed_at == now + DAY  # when he was there, not when it was entered
    assert (task.dwelling.standing, task.dwelling.checked_at) == ("lived_in", now + DAY)
    assert Change.objects.filter(person=person, act="confirm", source="visit").exists()


def test_moved_away_ends_the_residence_on_the_day_of_the_visit(visits, now):
    person = visits.register()
    task = visits.told(result="moved_away")
    actions.enter(task, by=visits.cast.xie, at=now, people={person.pk: "away"})
    (home,) = person.residences.all()
    assert (home.until, home.left) == (now.date(), "away")
    assert Dwelling.objects.get().standing == "empty"


def test_somebody_of_whom_nothing_is_said_is_not_passed_over(visits, now):
    visits.register()
    task = visits.told(result="moved_away")
    with pytest.raises(ValidationError):
        actions.enter(task, by=visits.cast.xie, at=now, people={})
    task.refresh_from_db()
    assert task.state == State.DONE
    assert Dwelling.objects.get().checked_at is None


def test_whoever_moved_meanwhile_is_a_conflict(visits, now):
    person, task = visits.register(), visits.told()
    register.move_out(person, by=visits.cast.xie, at=now, until=now.date(), left="away")
    with pytest.raises(Conflict):
        actions.enter(task, by=visits.cast.xie, at=now, people={person.pk: "stays"})


def test_the_name_of_somebody_new_goes_when_it_is_entered(visits, now):
    task = visits.told(result="new", new_name="何新来", new_count=3)
    assert "何新来" not in str([entry.detail for entry in audit.history(task)])
    actions.enter(task, by=visits.cast.xie, at=now)
    assert (Visit.objects.get().new_name, Visit.objects.get().new_count) == ("", 3)
    assert Dwelling.objects.get().standing == "lived_in"


@pytest.mark.parametrize(("result", "standing"), [("empty", "empty"), ("not_lived_in", "other")])
def test_what_nobody_lives_in_says_so(visits, now, result, standing):
    actions.enter(visits.told(result=result), by=visits.cast.xie, at=now)
    assert Dwelling.objects.get().standing == standing


def test_an_older_visit_takes_nothing_back(visits, now):
    task = visits.told(result="empty")
    Dwelling.objects.update(checked_at=now + DAY, standing="lived_in")
    actions.enter(task, by=visits.cast.xie, at=now + 2 * DAY)
    assert Dwelling.objects.get().standing == "lived_in"


def test_nobody_three_times_goes_back_to_the_registrar(visits, now):
    task = visits.asked()
    for tries, state in [(1, State.OPEN), (2, State.OPEN), (3, State.NOBODY)]:
        visits.told(task, "nobody")
        task.refresh_from_db()
        assert (task.tries, task.state) == (tries, state)
    with pytest.raises(actions.VisitMoved):
        visits.told(task)
    actions.enter(task, by=visits.cast.xie, at=now)
    assert Dwelling.objects.get().checked_at is None  # nobody knows more than before


def test_the_same_form_twice_is_one_try_and_anothers_is_a_conflict(visits, now):
    task, form = visits.asked(), uuid.uuid4()
    visits.told(task, "nobody", uuid=form)
    visits.told(task, "nobody", uuid=form)
    assert (Visit.objects.count(), VisitTask.objects.get().tries) == (1, 1)
    with pytest.raises(Conflict):
        actions.report(task, by=visits.cast.li, at=now, uuid=form, result="nobody")


def test_one_visit_waits_for_a_purpose(visits):
    visits.asked()
    visits.asked(purpose="aid")
    with pytest.raises(Conflict):
        visits.asked()


def test_a_day_that_is_over_and_a_dwelling_without_a_grid_are_refused(visits):
    with pytest.raises(ValidationError, match="due_on"):
        visits.asked(days=0)
    nowhere = visits.dwelling(building=visits.building("散居户", area=visits.cast.community))
    with pytest.raises(ValidationError, match="purpose"):
        visits.asked(nowhere)


def test_many_are_told_in_one_notice(visits, now):
    doors = [visits.dwelling(room=str(n)) for n in range(5)]
    visits.asked(doors[0])
    asked = actions.ask_many(doors, by=visits.cast.xie, at=now, purpose="check", due_on=now.date() + 7 * DAY)
    assert len(asked) == 4
    assert Notice.objects.filter(user=visits.cast.wang).count() == 2


def test_the_clock_warns_the_worker_then_tells_the_registrar(visits, now):
    task = visits.asked(days=2)
    assert deadlines.running(task).get().due_at == task.due_at
    escalate_overdue(at=now + 30 * DAY)
    kinds = set(Notice.objects.values_list("user__username", "kind"))
    assert {("wang", "visit.overdue"), ("xie", "visit.raised")} <= kinds
    assert not any("棠湖" in text for text in Notice.objects.values_list("text", flat=True))


def test_figures_follow_each_act(visits, now):
    task = visits.asked()
    assert amounts() == {"visit.asked": 1}
    visits.told(task)
    assert amounts() == {"visit.asked": 1, "visit.made": 1, "visit.on_time": 1}
    actions.cancel(visits.asked(purpose="aid"), by=visits.cast.xie, at=now)
    assert amounts()["visit.asked"] == 1
    late = visits.asked(purpose="lease")
    visits.at = now + 30 * DAY
    VisitTask.objects.filter(pk=late.pk).update(limit_at=now)
    visits.told(late)
    assert amounts()["visit.on_time"] == 1
    assert amounts()["visit.made"] == 2


def test_cancelled_is_over(visits, now):
    task = visits.asked()
    actions.cancel(task, by=visits.cast.xie, at=now)
    assert not deadlines.running(task).exists()
    with pytest.raises(actions.VisitMoved):
        visits.told(task)


def test_a_building_that_changes_grid_takes_its_visits_along(visits, now):
    task = visits.asked()
    next_grid = visits.cast.areas["510116001001002"]
    register.correct_building(visits.building(), by=visits.cast.xie, at=now, area=next_grid)
    task.refresh_from_db()
    assert task.area_key == next_grid.key


def test_every_state_but_the_last_is_left_by_an_act():
    left = set().union(*(states for states, _to in TRANSITIONS.values()))
    assert left == {State.OPEN, State.NOBODY, State.DONE}
    assert set(TRANSITIONS) == set(Act)


def test_the_phone_cannot_have_been_there_before_it_was_asked(visits, now):
    task = visits.told(visited_at=now - DAY)
    assert Visit.objects.get().visited_at == task.asked_at == now


def test_a_name_that_nobody_entered_is_forgotten(visits, now):
    rule = forgetters["visit.new_name"]
    visits.told(result="new", new_name="何新来")
    assert not rule.rows(now + 89 * DAY, rule.days).exists()
    rule.forget(rule.rows(now + 91 * DAY, rule.days), at=now + 91 * DAY)
    assert (Visit.objects.get().new_name, Visit.objects.get().new_count) == ("", 2)
