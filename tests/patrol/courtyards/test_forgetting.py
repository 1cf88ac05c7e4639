"""The names of a former committee are forgotten after three years; those in office stay."""

import uuid
from datetime import timedelta

from patrol.courtyards.models import CommitteeMember
from shuangliu.retention import forgetting

from .story import PEOPLE


def test_former_members_are_forgotten_and_the_others_stay(yards):
    courtyard = yards.courtyard("governed")
    first = courtyard.committee
    yards.later(days=3 * 365)
    yards.do("re_elect", courtyard, uuid=uuid.uuid4(), people=PEOPLE[:3], term_until=yards.today + timedelta(days=1000),
             **yards.votes(60, 0))
    forgetting.forget(at=yards.later(days=3 * 365), only="courtyard.member")
    assert CommitteeMember.objects.filter(committee=first).exclude(name="").count() == 3
    for _twice in range(2):
        forgetting.forget(at=yards.later(days=10), only="courtyard.member")
        assert not CommitteeMember.objects.filter(committee=first).exclude(name="").exists()
    assert not CommitteeMember.objects.filter(committee=first).exclude(phone_hash="").exists()
    assert courtyard.committee.members.exclude(name="").count() == 3
