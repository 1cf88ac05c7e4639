"""All that can befall an agreement. Each act takes `by` (None: time) and `at`."""

from .claims import claim, settle
from .drafting import Terms, correct, draft, renew
from .duties import mark
from .ending import expire, remind_of_ends, terminate
from .moving import AgreementMoved, check
from .results import count
from .signing import activate, sign, unsign

__all__ = ["AgreementMoved", "Terms", "activate", "check", "claim", "correct", "count", "draft", "expire", "mark",
           "remind_of_ends", "renew", "settle", "sign", "terminate", "unsign"]
