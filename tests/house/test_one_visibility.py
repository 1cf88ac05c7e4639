"""Whatever way a list takes through the indexes, it shows nothing that `visible_to` would not."""

import pytest

from incidents.models import Incident
from mediation.models import Case

from .samples import collect
from .test_matrix import ROLES

SAMPLES = collect()
INCIDENTS = [name for name in SAMPLES if name.startswith("incidents:")]
CASES = [name for name in SAMPLES if name.startswith("mediation:case")]


def shown(rows) -> set[int]:
    return set(rows.values_list("pk", flat=True))


@pytest.mark.parametrize("name", INCIDENTS)
def test_lists_of_incidents_show_what_is_visible(name, cast, now):
    SAMPLES[name](cast)
    for person in ROLES:
        user = getattr(cast, person)
        visible = shown(Incident.objects.visible_to(user))
        assert shown(Incident.objects.waiting_for(user)) <= visible, person
        assert shown(Incident.objects.listed_for(user)) <= visible, person
        assert shown(Incident.objects.open_for(user)) <= visible, person


@pytest.mark.parametrize("name", CASES)
def test_cases_that_wait_are_visible(name, cast, now):
    SAMPLES[name](cast)
    for person in ROLES:
        user = getattr(cast, person)
        assert shown(Case.objects.waiting_for(user)) <= shown(Case.objects.visible_to(user)), person
