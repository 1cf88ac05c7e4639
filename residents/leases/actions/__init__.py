"""All that can befall a lease. Each act takes `by` (None: somebody without an account, or the clock) and `at`; `side`
is who acts on it from outside."""

from .deciding import Settler, accept, is_fit_to_settle, need_more, refuse, register_lease, was_told
from .filing import Given, complete, correct, correct_party, file, submit, withdraw
from .in_force import ask, change, decline, end, leave, renew
from .moving import LeaseMoved
from .moving import check as check_state
from .premises import bind, loose
from .safety import check
from .timing import expire, remind_of_ends, strike

__all__ = [
    "Given", "LeaseMoved", "Settler", "accept", "ask", "bind", "change", "check", "check_state", "complete", "correct",
    "correct_party", "decline", "end", "expire", "file", "is_fit_to_settle", "leave", "loose", "need_more", "refuse",
    "register_lease", "remind_of_ends", "renew", "strike", "submit", "was_told",
    "withdraw",
]
