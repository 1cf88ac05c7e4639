"""All that can befall a case when its mediation is over, one verb each: check, change, duties, record.

sign_case → perform_item | breach_item (urge_item, counsel_item, waive_item, undo_item) → follow_up_case; confirm_case →
rule_case; record_suit. The agreement itself, its failure, and the round after a breach stand in mediation/actions/.
"""

from .court import NOT_CONFIRMABLE, confirm_case, record_suit, rule_case, why_not_confirmable
from .follow_up import follow_up_case
from .owing import Owed, instalments, owe, owe_case
from .performing import breach_item, counsel_item, perform_item, undo_item, urge_item, waive_item
from .signing import sign_case

__all__ = ["NOT_CONFIRMABLE", "Owed", "breach_item", "confirm_case", "counsel_item", "follow_up_case", "instalments",
           "owe", "owe_case", "perform_item", "record_suit", "rule_case", "sign_case", "undo_item", "urge_item",
           "waive_item", "why_not_confirmable"]
