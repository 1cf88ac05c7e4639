"""All that can befall a case, one verb each: check, move, clocks, figures, record.

register_case → accept_case | refuse_case → assign_case (reassign_case) → hold_session … → agree_case | fail_case,
or another round: retry_case, move_up_case, and after a breach reopen_case.
"""

from .assign import HAS_IT_ALREADY, NOT_SERVING, NotServing, assign_case, reassign_case
from .conclude import agree_case, fail_case
from .moving import CaseMoved, Refused, check
from .overtime import is_over
from .register import PartyGiven, register_case
from .reveal import reveal_case
from .rounds import NEXT_UP, move_up_case, reopen_case, retry_case
from .session import hold_session
from .triage import accept_case, refuse_case

__all__ = ["HAS_IT_ALREADY", "NEXT_UP", "NOT_SERVING", "CaseMoved", "NotServing", "PartyGiven", "Refused",
           "accept_case", "agree_case", "assign_case", "check", "fail_case", "hold_session", "is_over", "move_up_case",
           "reassign_case", "refuse_case", "register_case", "reopen_case", "retry_case", "reveal_case"]
