"""All that can befall an incident, one act each. Actor and time come in as keywords; an act that the state does
not allow raises IncidentMoved."""

from .checking import rework, verify
from .dispatch import assign, decide, escalate, hand_down, recall
from .disputes import hear, mediate, settle, unsettle
from .ending import clear, close, judge, lapse, may_be_reopened, reopen
from .handing_over import move_to_grid, pass_to
from .handling import extend, resolve, return_, self_handle, sign
from .moving import IncidentMoved
from .reminding import remind
from .report import report
from .suspending import resume, suspend
from .timing import expire, raise_, strike, warn
from .triage import accept, cancel, correct, locate, merge, reject, unmerge

__all__ = [
    "IncidentMoved", "accept", "assign", "cancel", "clear", "close", "correct", "decide", "escalate", "expire",
    "extend", "hand_down", "hear", "judge", "lapse", "locate", "may_be_reopened", "mediate", "merge", "move_to_grid",
    "pass_to", "raise_", "recall", "reject", "remind", "reopen", "report", "resolve", "resume", "return_", "rework",
    "self_handle", "settle", "sign", "strike", "suspend", "unmerge", "unsettle", "verify", "warn",
]
