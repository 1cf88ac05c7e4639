"""Two workers at once, and people who save while keys change, on a real PostgreSQL."""

import pytest

from shuangliu.accounts.models import User
from shuangliu.privacy import rotation
from shuangliu.retention import forgetting
from shuangliu.retention.models import Forgetting, Forgotten
from tests.at_once import at_once

from .test_forgetting import LATER, WHAT

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_two_workers_forget_each_matter_once(calls, monkeypatch):
    monkeypatch.setattr(forgetting, "BATCH", 2)
    tickets = [calls.tell("closed").pk for _number in range(7)]
    counts = at_once(*[lambda: forgetting.forget(at=LATER, only=WHAT)] * 2)
    assert sum(count[WHAT] for count in counts) == 7, counts
    assert sum(Forgetting.objects.values_list("count", flat=True)) == 7
    assert sorted(Forgotten.objects.values_list("matter_id", flat=True)) == sorted(tickets)


def test_two_rotations_and_a_person_who_saves(cast, settings):
    settings.FIELD_KEYS = {1: "the old key of the tests"}
    for user in User.objects.all():
        user.phone = f"138{user.pk:08d}"
        user.save()
    settings.FIELD_KEYS = {1: "the old key of the tests", 2: "the new key of the tests"}
    users = next(table for table in rotation.tables() if table.model is User)

    def save():
        for user in User.objects.all():
            user.save()

    outcomes = at_once(lambda: list(rotation.rotate(users)), lambda: list(rotation.rotate(users)), save)
    assert not [one for one in outcomes if isinstance(one, Exception)], outcomes
    assert (users.left().count(), rotation.wrong_hashes(users)) == (0, 0)
    assert {user.phone for user in User.objects.all()} == {f"138{user.pk:08d}" for user in User.objects.all()}
