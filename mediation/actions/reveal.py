"""Looking at personal data."""

from datetime import datetime

from shuangliu import audit

from ..models import Case, Party


def reveal_case(case: Case, *, by, at: datetime, purpose: str) -> list[Party]:
    """The parties and who speaks for them in clear, and an entry of who looked, why and from where."""
    audit.record("case.revealed", case, by=by, at=at, purpose=purpose)
    return list(case.parties.prefetch_related("representatives"))
