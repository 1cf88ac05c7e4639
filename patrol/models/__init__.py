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
from ..roster.models import RosterTemplate, TemplateLine, TemplateWalker
from ..shifts.models import CheckIn, Duty, Route, RouteStop, Shift, ShiftStop
from ..shifts.rules import RestRule
from ..swaps.models import Swap
from .notes import Kind, Note, Purpose

__all__ = ["Allocation", "Charter", "CheckIn", "Committee", "CommitteeMember", "Courtyard", "CourtyardMove",
           "CourtyardReview", "CourtyardRule", "CourtyardSurvey", "DefenceCheck", "Duty", "JointAcceptance", "Kind",
           "Note", "PatrolPoint", "Programme", "Purpose", "RestRule", "RosterTemplate", "Route", "RouteStop", "Shift",
           "ShiftStop", "Swap", "TemplateLine", "TemplateWalker", "Upkeep", "WorksItem", "WorksPlan"]
