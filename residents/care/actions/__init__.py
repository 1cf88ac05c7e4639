"""All that can befall a referral, its tasks and its applications for aid. Each act takes `by` (None: the clock, a rule
or the person themselves) and `at`."""

from .aid import AidMoved, apply, grant, pay, refuse, take_back
from .aid import strike as strike_aid
from .ending import forget, person_gone, restricted, take_back_consent, withdrawn
from .helping import accept, begin, end, return_
from .moving import CareMoved
from .moving import check as check_state
from .referring import agencies_for, colleagues_for, drop, hand_over, send, write
from .tasks import assign, report, workers_for
from .timing import strike

__all__ = [
    "AidMoved", "CareMoved", "accept", "agencies_for", "apply", "assign", "begin", "check_state", "colleagues_for",
    "drop", "end", "forget", "grant", "hand_over", "pay", "person_gone", "refuse", "report", "restricted",
    "return_", "send", "strike", "strike_aid", "take_back", "take_back_consent", "withdrawn", "workers_for", "write",
]
