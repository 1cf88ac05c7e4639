"""All that can befall an incident, one act each. Actor and time come in as keywords; an act that the state does
not allow raises IncidentMoved."""

from .checking import rework, verify
from .dispatch import assign, escalate
from .disputes import hear, mediate, settle, unsettle
from .ending import close, judge, lapse
from .handing_over import move_to_grid, pass_to
from .handling import resolve, return_, sign
from .moving import IncidentMoved
from .report import report
from .timing import expire, raise_, warn
from .triage import accept, locate, reject

__all__ = [
    "IncidentMoved", "accept", "assign", "close", "escalate", "expire", "hear", "judge", "lapse", "locate", "mediate",
    "move_to_grid", "pass_to", "raise_", "reject", "report", "resolve", "return_", "rework", "settle", "sign",
    "unsettle", "verify", "warn",
]
