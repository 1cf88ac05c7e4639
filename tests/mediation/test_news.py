"""Who is told what of a case: the centre and the mediator, without kind, place or party."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mediation import actions, news
from mediation.models import Case, Mediator
from shuangliu.deadlines import running
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.notices.models import Notice

from .story import AT, STAGES, accepted, assigned, network, registered


@pytest.fixture
def net(cast, now):
    return network(cast)


def told(case, at=AT) -> set[tuple[str, str]]:
    heard = Notice.objects.filter(matter_id=case.pk, matter_type="mediation.case", at=at)
    return {(kind.removeprefix("case."), name) for kind, name in heard.values_list("kind", "user__username")}


def test_registered_by_somebody_else_the_clerk_is_told(cast, net):
    assert told(registered(cast, by=cast.zhao)) == {("registered", "wu")}
    assert told(registered(cast)) == set()  # their own act


def test_accepted_the_manager_is_told(cast, net):
    assert told(accepted(cast)) == {("accepted", "zheng")}


def test_assigned_mediator_and_centre_are_told(cast, net):
    assert told(assigned(cast)) >= {("assigned", "feng"), ("appointed", "wu")}


def test_a_mediator_without_an_account_is_told_through_the_clerk(cast, net):
    assert ("assigned", "wu") in told(assigned(cast, mediator=net.without_account))


def test_reassigned_the_new_one_is_told(cast, net):
    case = assigned(cast, mediator=net.without_account)
    at = AT.replace(hour=11)
    actions.reassign_case(case, by=cast.zheng, at=at, mediator=Mediator.objects.get(user=cast.feng), reason="absent")
    assert told(case, at) == {("assigned", "feng"), ("appointed", "wu")}


@pytest.mark.parametrize(("state", "warned", "overdue", "raised"), [
    ("registered", {("warned", "wu")}, {("expired", "wu"), ("expired_here", "zheng")}, {("raised", "zheng")}),
    ("accepted", {("warned", "zheng")}, {("expired", "zheng")}, {("raised", "zheng")}),
    ("mediating", {("warned", "feng"), ("warned_here", "zheng")}, {("expired", "feng"), ("expired_here", "zheng")},
     {("raised", "zheng")}),
])
def test_what_the_clock_says(cast, net, state, warned, overdue, raised):
    case = STAGES[state](cast)
    clock = running(case).get()
    warnings = [(moment, warned) for step, moment in clock.upcoming if step == "warned"]
    assert len(warnings) == (1 if state == "registered" else 2)
    for moment, expected in [*warnings, (clock.due_at, overdue), (clock.raise_at, raised)]:
        for _ in range(2):
            escalate_overdue(at=moment)
        assert told(case, moment) == expected


@pytest.mark.parametrize("state", STAGES)
def test_whoever_is_told_may_look(cast, net, state):
    STAGES[state](cast)
    for notice in Notice.objects.filter(matter_type="mediation.case").select_related("user"):
        assert Case.objects.visible_to(notice.user).filter(pk=notice.matter_id).exists(), notice


def test_no_party_no_kind_no_place(cast, net):
    case = STAGES["agreed"](cast)
    said = set(Notice.objects.filter(matter_type="mediation.case").values_list("text", flat=True))
    assert said
    assert all(text.split("\n")[0] == case.number for text in said)


def test_it_costs_three_statements_at_most(cast, net, monkeypatch):
    def cost() -> int:
        case = accepted(cast)
        with CaptureQueriesContext(connection) as queries:
            actions.assign_case(case, by=cast.zheng, at=AT, mediator=net.feng)
        return len(queries)

    cost()
    loud = cost()
    monkeypatch.setattr(news, "TOLD", dict.fromkeys(news.TOLD, ()))
    assert 0 < loud - cost() <= 3
