"""What the database promises, whoever writes."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from mediation.models import Case, MediationCenter, MediationWindow, Party, Round, TimeLimit
from tests.mediation.story import STAGES, ZHANG, registered


@pytest.mark.parametrize(("state", "change", "name"), [
    ("registered", {"due_at": None}, "case_due_while_open"),
    ("registered", {"state": "accepted"}, "case_accepted_first"),
    ("mediating", {"state": "lost", "due_at": None}, "case_state_known"),
    ("accepted", {"state": "assigned"}, "case_has_mediator"),
    ("mediating", {"state": "agreed", "due_at": None}, "case_state_fits_outcome"),
    ("mediating", {"outcome": "settled"}, "case_outcome_whole"),
    ("agreed", {"concluded_at": None}, "case_outcome_whole"),
    ("agreed", {"outcome": "failed"}, "case_state_fits_outcome"),
    ("registered", {"state": "joined", "due_at": None}, "case_joined_to_another"),
    ("not_accepted", {"refused_code": ""}, "case_refused_with_reason"),
    ("registered", {"people": 0}, "case_people"),
])
def test_a_case_is_whole(state, change, name, story):
    case = STAGES[state](story.cast)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(**change)


@pytest.mark.parametrize(("state", "change", "name"), [
    ("mediating", {"end": "transferred"}, "round_ended_whole"),
    ("agreed", {"ended_at": None}, "round_ended_whole"),
    ("agreed", {"agreement_form": ""}, "round_agreement_whole"),
    ("agreed", {"effective_at": None}, "round_agreement_whole"),
    ("agreed", {"amount": -1}, "round_amount"),
    ("failed", {"failed_reason": ""}, "round_failed_with_reason"),
    ("failed", {"amount": 5}, "round_agreement_whole"),
])
def test_a_round_is_whole(state, change, name, story):
    case = STAGES[state](story.cast)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        case.rounds.update(**change)


def test_one_round_runs(story):
    case = STAGES["mediating"](story.cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.create(case=case, number=2, opened_at=story.now, opened_why="retry")


def test_moments_are_in_order(story):
    case = STAGES["agreed"](story.cast)
    for field in ("registered_at", "accepted_at"):
        with pytest.raises(IntegrityError, match="case_moments_in_order"), transaction.atomic():
            Case.objects.filter(pk=case.pk).update(**{field: story.now + timedelta(days=1)})


def test_a_person_is_a_party_once(story):
    case = registered(story.cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Party.objects.create(case=case, role="respondent", name="张三丰", id_number=ZHANG.id_number)


def test_one_general_centre_an_area(story):
    with pytest.raises(IntegrityError), transaction.atomic():
        MediationCenter.objects.create(name="又一个", area=story.cast.town, kind="town")


def test_a_window_belongs_to_one(story):
    with pytest.raises(IntegrityError, match="window_of_center_or_org"), transaction.atomic():
        MediationWindow.objects.create(name="无主窗口", area=story.cast.town)


def test_one_general_limit_a_stage(story):
    with pytest.raises(IntegrityError), transaction.atomic():
        TimeLimit.objects.create(kind="mediate", amount=1, unit="natural_days", source="又一个")
