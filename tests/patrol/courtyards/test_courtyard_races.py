"""Two at once: a programme gives its money once, and a form that comes twice makes one courtyard."""

import uuid

import pytest
from django.core.exceptions import ValidationError

from patrol.courtyards.models import Allocation, Courtyard
from tests.at_once import at_once
from tests.conftest import NOW

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_two_approvals_do_not_spend_the_same_money(yards):
    programme = yards.programme
    programme.budget = 50_000_000  # enough for one of the two
    programme.save()
    first, second = yards.courtyard("endorsed"), yards.courtyard("endorsed")
    outcomes = at_once(lambda: yards.approve(first, programme), lambda: yards.approve(second, programme))
    assert sorted(type(one) for one in outcomes if one is not None) == [ValidationError]
    assert Allocation.objects.count() == 1
    assert sorted(Courtyard.objects.values_list("state", flat=True)) == ["approved", "voted"]


def test_a_form_that_comes_twice_at_once_enters_one(yards):
    number = uuid.uuid4()
    outcomes = at_once(*[lambda: yards.enter(uuid_=number, name="银杏院")] * 2)
    assert outcomes[0] == outcomes[1] == Courtyard.objects.get()
    assert Courtyard.objects.get().entered_at == NOW
