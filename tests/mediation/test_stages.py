"""Each state of a case, reached by the acts."""

import pytest

from mediation.models import Case
from tests.mediation.story import STAGES


@pytest.mark.parametrize("state", STAGES)
def test_the_acts_reach_every_state(state, story):
    case = STAGES[state](story.cast)
    case.refresh_from_db()
    assert case.state == state
    assert case.is_open == Case.objects.open().filter(pk=case.pk).exists()
