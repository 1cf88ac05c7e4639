"""The clocks of demands warn, expire and tell it higher up, each once."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from incidents.demands import answering, opening
from incidents.models import Demand, DemandLimit
from shuangliu.deadlines import running
from shuangliu.deadlines.sweep import escalate_overdue

from .demands import ask


def acts(demand) -> list[str]:
    return [move.act for move in demand.moves.all() if move.by_id is None]


def strike(demand, moment: str) -> Demand:
    at = getattr(running(demand).get(), moment)
    for _ in range(2):
        escalate_overdue(at=at)
    demand.refresh_from_db()
    return demand


def test_each_step_once_under_two_sweeps(story):
    demand = ask(story, "whistle", "asked")
    for moment, alert in (("warn_at", "warned"), ("due_at", "overdue"), ("raise_at", "raised")):
        assert strike(demand, moment).alert == alert
    assert acts(demand) == ["demand-warn", "demand-expire", "demand-raise"]
    # The department keeps it; the county is told.
    assert list(Demand.objects.waiting_for(story.cast.zhou)) == [demand]
    assert demand in Demand.objects.waiting_for(story.cast.tang)


@pytest.mark.parametrize(("sort", "hours"), [("urgent", 2), ("joint", None)])
def test_a_call_has_two_hours_when_urgent_else_a_working_day(sort, hours, story):
    incident = story.tell("in_progress")


    (demand,) = opening.whistle(incident, by=story.cast.sun, at=story.later(), sort=sort, text="来",
                                departments=[story.cast.departments["police"]])
    limit = running(demand).get().limit
    assert (limit.amount, limit.unit) == ((2, "natural_hours") if hours else (1, "working_days"))


def test_who_does_not_decide_loses_it_to_the_next_desk(story):
    demand = ask(story, "whistle", "passing")
    strike(demand, "raise_at")
    assert (demand.tier, demand.alert, demand.state) == (4, "none", "passing")
    assert running(demand).get().due_at == demand.due_at
    assert demand in Demand.objects.waiting_for(story.cast.tang)
    strike(demand, "raise_at")
    assert (demand.tier, demand.alert) == (4, "raised")  # above the county there is nobody
    assert demand in Demand.objects.waiting_for(story.cast.tang)


def test_an_answer_nobody_looks_at_goes_up(story):
    demand = strike(ask(story, "supervision", "answered"), "raise_at")
    assert (demand.asked_tier, demand.tier) == (4, None)
    assert demand in Demand.objects.waiting_for(story.cast.chen)


def test_what_the_clock_raises_is_supervised_once(story):
    incident = story.tell("in_progress")
    raise_at = running(incident).get().raise_at
    for _ in range(2):
        escalate_overdue(at=raise_at)
    order = Demand.objects.get()
    assert (order.kind, order.sort, order.asked_by, order.asked_tier) == ("supervision", "timeout", None, 4)
    assert order.department.code == "dongsheng-urban-management"
    assert [move.act for move in incident.moves.all()][-4:] == ["warn", "expire", "raise", "order"]
    escalate_overdue(at=raise_at + timedelta(days=30))  # the county does nothing either
    assert Demand.objects.count() == 1


def test_the_desk_that_was_late_is_asked_not_the_one_that_has_it_now(story):
    incident = story.report()
    escalate_overdue(at=running(incident).get().raise_at)
    order = Demand.objects.get()
    assert (order.tier, order.asked_tier) == (2, 3)
    assert list(Demand.objects.waiting_for(story.cast.zhao)) == [order]


def test_limits_are_data(story):
    DemandLimit.objects.create(kind="task", stage="reply", amount=5, unit="work_hours")
    assert running(ask(story, "task")).get().limit.label == "5 个工作小时"


def test_a_named_day_is_the_limit_and_a_new_one_after_sending_back(story):

    incident = story.tell("in_progress")
    day = story.at.date() + timedelta(days=2)
    demand = opening.supervise(incident, by=story.cast.sun, at=story.later(), sort="leader", text="快", reply_by=day)
    assert localdate(demand.due_at) == day
    answering.take(demand, by=story.cast.guo, at=story.later())
    assert running(demand).count() == 1
    answering.answer(demand, by=story.cast.guo, at=story.later(), reply="好了")
    answering.send_back(demand, by=story.cast.sun, at=story.later(), reason="没好", reply_by=day + timedelta(days=4))
    assert (demand.state, demand.answer) == ("taken", "")
    assert running(demand).get().kind == "reply"
