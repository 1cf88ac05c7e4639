"""The network of the mediation tests; and signing what a dossier must hold."""

import uuid

import pytest

from mediation.models import Case
from mediation.papers import actions, facts, inventory
from tests.mediation.conftest import neighbours, net, story  # noqa: F401


def items(case: Case) -> dict:
    return {item.kind.value: item for item in inventory.items(case, facts.of(case, clear=False))}


def fresh(case: Case) -> Case:
    return Case.objects.for_detail().get(pk=case.pk)


@pytest.fixture
def complete():
    """`complete(case, by, at)` files every original that the dossier must hold, as lying in the folder."""

    def file_all(case: Case, by, at) -> Case:
        for item in actions.gaps(case):
            actions.file_original(case, by=by, at=at, item=item, uuid=uuid.uuid4(), pages=2)
        return fresh(case)

    return file_all
