"""All that can befall a case, one verb each: check, move, clocks, figures, record.

register_case → accept_case | refuse_case → assign_case (reassign_case) → hold_session … → agree_case | fail_case,
or another round: retry_case, move_up_case, and after a breach reopen_case. The same dispute registered twice:
join_case, part_case. What was written down wrong: correct_case. Of its parties: add_party, correct_party, remove_party,
represent_party, dismiss_representative, record_consent.
"""

from .assign import HAS_IT_ALREADY, NOT_SERVING, NotServing, assign_case, reassign_case
from .conclude import agree_case, fail_case
from .consent import record_consent
from .correct import EARLY, correct_case
from .joining import join_case, part_case
from .moving import CaseMoved, Refused, check
from .overtime import is_over
from .parties import (
    PARTIES_STAY,
    PartyGiven,
    TwicePresent,
    add_party,
    correct_party,
    dismiss_representative,
    has_met,
    remove_party,
    represent_party,
)
from .register import register_case
from .rounds import NEXT_UP, move_up_case, reopen_case, retry_case
from .session import hold_session
from .triage import NotReady, accept_case, refuse_case

__all__ = ["EARLY", "HAS_IT_ALREADY", "NEXT_UP", "NOT_SERVING", "PARTIES_STAY", "CaseMoved", "NotReady", "NotServing",
           "PartyGiven", "Refused", "TwicePresent", "accept_case", "add_party", "agree_case", "assign_case", "check",
           "correct_case", "correct_party", "dismiss_representative", "fail_case", "has_met", "hold_session", "is_over",
           "join_case", "move_up_case", "part_case", "reassign_case", "record_consent", "refuse_case", "register_case",
           "remove_party", "reopen_case", "represent_party", "retry_case"]
