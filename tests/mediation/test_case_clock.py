"""Limits are data with a source; the clock tells people, it decides nothing."""

from datetime import datetime, timedelta

import pytest
from django.utils.timezone import localtime

from mediation import actions
from mediation.models import Case, TimeLimit
from shuangliu import audit, deadlines
from shuangliu.deadlines.sweep import escalate_overdue
from tests.conftest import SHANGHAI
from tests.mediation.story import accepted, agreed, assigned, category, registered


@pytest.mark.parametrize(("code", "due_on"), [
    ("0299", "2026-04-10"),  # general: 30 days
    ("0701", "2026-03-26"),  # labour, by the category above: 15 days
    ("0502", "2026-04-23"),  # medical: 30 working days, with 清明 off
])
def test_the_limit_runs_from_acceptance_by_category(code, due_on, story):
    case = accepted(story.cast, code=code)
    assert localtime(case.due_at).date().isoformat() == due_on
    assert [clock.kind for clock in deadlines.running(case)] == ["mediate"]


def test_every_limit_names_its_source(story):
    assert not TimeLimit.objects.filter(source="").exists()
    assert TimeLimit.objects.of("mediate", category("0799")).category.code == "07"
    assert TimeLimit.objects.of("mediate", category("0901")).category is None


def test_an_edited_limit_counts_for_the_next_case(story):
    TimeLimit.objects.filter(kind="mediate", category=None).update(amount=20)
    assert localtime(accepted(story.cast).due_at).date().isoformat() == "2026-03-31"


def test_an_overdue_decision_comes_before_the_manager(story):
    case = registered(story.cast)
    waiting = Case.objects.waiting_for
    assert case in waiting(story.cast.wu)
    assert case not in waiting(story.cast.zheng)
    escalate_overdue(at=case.due_at + timedelta(minutes=1))
    case.refresh_from_db()
    assert (case.alert, case.state) == ("overdue", "registered")
    assert case in waiting(story.cast.zheng)
    assert [entry.verb for entry in audit.history(case)] == ["case.registered", "case.warned", "case.overdue"]


def test_a_new_stage_starts_without_the_alert_of_the_last(story):
    case = registered(story.cast)
    late = case.due_at + timedelta(minutes=1)
    escalate_overdue(at=late)
    case.refresh_from_db()
    actions.accept_case(case, by=story.cast.wu, at=late)
    case.refresh_from_db()
    assert case.alert == "none"


def test_overdue_mediation_stays_with_its_mediator(story):
    """The law ends nothing by itself here: people are told, nobody is punished."""
    case = assigned(story.cast)
    escalate_overdue(at=datetime(2026, 5, 1, tzinfo=SHANGHAI))
    case.refresh_from_db()
    assert case.state == "assigned"
    assert case.alert in {"overdue", "raised"}
    assert case in Case.objects.waiting_for(story.cast.feng)


def test_conclusion_stops_the_clock(story):
    case = agreed(story.cast)
    assert case.due_at is None
    assert not deadlines.running(case).exists()
