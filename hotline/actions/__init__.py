"""All that can befall a ticket. Each act takes `by` (None: the caller, an office or the clock) and `at`."""

from .deciding import answer, correct, dispatch, invalidate, join, mediate, restore
from .ending import MOST_TRIES, call_back, judge, may_be_reopened, remark, reopen, review, send_back, tries
from .following import come_back, hear_incident, hear_outcome, remind, tell, was_reminded
from .moving import TicketMoved, check
from .receive import CallerGiven, receive, submit
from .timing import strike

__all__ = [
    "MOST_TRIES", "CallerGiven", "TicketMoved", "answer", "call_back", "check", "come_back", "correct", "dispatch",
    "hear_incident", "hear_outcome", "invalidate", "join", "judge", "may_be_reopened", "mediate", "receive", "remark",
    "remind", "reopen", "restore", "review", "send_back", "strike", "submit", "tell", "tries", "was_reminded",
]
