"""The phone of an expert, in clear."""

from datetime import datetime

from shuangliu import audit

from ...models import Expert


def reveal_expert(expert: Expert, *, by, at: datetime, purpose: str) -> str:
    """The number, for a stated purpose; the look is logged."""
    audit.record("expert.revealed", expert, by=by, at=at, purpose=purpose)
    return expert.phone
