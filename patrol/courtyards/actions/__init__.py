"""All that can befall a courtyard. Each act takes `by` (None: the clock) and `at`."""

from .building import accept, begin, progress
from .governing import charter, elect, propose, re_elect
from .keeping import relapse, review, settle, strike_off
from .moving import CourtyardMoved
from .moving import check as check_state
from .planning import add_item, approve, draft, endorse, send_back, vote
from .surveying import enter, restart, survey
from .timing import strike

__all__ = [
    "CourtyardMoved", "accept", "add_item", "approve", "begin", "charter", "check_state", "draft", "elect", "endorse",
    "enter", "progress", "propose", "re_elect", "relapse", "restart", "review", "send_back", "settle", "strike",
    "strike_off", "survey", "vote",
]
