"""What a party was told and what it says to mediation."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from shuangliu import audit

from ..models import Case, Consent, Party
from ..states import Act
from .moving import check


@transaction.atomic
def record_consent(case: Case, *, by, at: datetime, parties: Iterable[Party], what: Iterable[str], form: str,
                   said_at: datetime | None = None) -> None:
    """Keep what these parties were told and have answered. A refusal leads to the end of mediation, which somebody
    has to write down (人民调解法 art. 17, 26): nothing moves here. Raises CaseMoved."""
    check(case, Act.CONSENT)
    parties, what = list(parties), list(what)
    Consent.objects.bulk_create(
        Consent(party=party, what=one, form=form, said_at=said_at or at, recorded_at=at, by=by)
        for party in parties for one in what)
    audit.record("case.consented", case, by=by, at=at, parties=[party.role for party in parties], what=what, form=form)
