"""The tables of patrol. Each package keeps its own; Django finds them here."""

from ..courtyards.models import (
    Allocation,
    Charter,
    Committee,
    CommitteeMember,
    Courtyard,
    CourtyardMove,
    CourtyardReview,
    CourtyardRule,
    CourtyardSurvey,
    DefenceCheck,
    JointAcceptance,
    Programme,
    Upkeep,
    WorksItem,
    WorksPlan,
)
from ..points.models import PatrolPoint
from ..shifts.models import CheckIn, Duty, Route, RouteStop, Shift, ShiftStop
from ..walks.models import ShiftFinding
from .notes import Kind, Note, Purpose

__all__ = ["Allocation", "Charter", "CheckIn", "Committee", "CommitteeMember", "Courtyard", "CourtyardMove",
           "CourtyardReview", "CourtyardRule", "CourtyardSurvey", "DefenceCheck", "Duty", "JointAcceptance", "Kind",
           "Note", "PatrolPoint", "Programme", "Purpose", "Route", "RouteStop", "Shift", "ShiftFinding", "ShiftStop",
           "Upkeep", "WorksItem", "WorksPlan"]
