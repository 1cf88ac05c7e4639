"""What the database promises of demands, whoever writes to it."""

import pytest
from django.db import IntegrityError, transaction

from incidents.models import Demand

from .demands import ask


def refused(demand, **changes) -> bool:
    try:
        with transaction.atomic():
            Demand.objects.filter(pk=demand.pk).update(**changes)
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(("kind", "state", "changes"), [
    ("task", "asked", {"state": "ended"}),  # with a deadline
    ("task", "asked", {"due_at": None}),
    ("task", "asked", {"department": None}),
    ("task", "asked", {"asked_tier": None}),
    ("task", "asked", {"kind": "errand"}),
    ("task", "asked", {"sort": "leader"}),
    ("supervision", "asked", {"sort": "joint"}),
    ("extension", "asked", {"amount": None}),
    ("suspension", "asked", {"review_on": None}),
    ("extension", "ended", {"is_granted": None}),
    ("whistle", "ended", {"rating": 5}),
    ("supervision", "answered", {"answered_by": None}),
])
def test_it_does_not_take(kind, state, changes, story):
    assert refused(ask(story, kind, state), **changes)


def test_nobody_decides_what_they_asked(story):
    demand = ask(story, "extension", "ended")
    assert refused(demand, answered_by=demand.asked_by)


@pytest.mark.parametrize("kind", ["extension", "suspension", "supervision", "whistle", "task"])
def test_not_twice_at_a_time(kind, story):
    demand = ask(story, kind)
    demand.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        demand.save(force_insert=True)


def test_one_granted_extension_in_a_round(story):
    demand = ask(story, "extension", "ended")
    demand.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        demand.save(force_insert=True)
    demand.round += 1
    demand.save(force_insert=True)
