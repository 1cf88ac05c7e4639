"""The tables of patrol. Each package keeps its own; Django finds them here."""

from ..agreements.models import (
    AgreementDuty,
    AgreementMove,
    Claim,
    DutyMark,
    FourPartyAgreement,
    Signature,
    TheftCount,
)
from ..assets.models import Camera, CameraMove, Neighbour
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

__all__ = ["AgreementDuty", "AgreementMove", "Allocation", "Camera", "CameraMove", "Charter", "CheckIn", "Claim",
           "Committee", "CommitteeMember", "Courtyard", "CourtyardMove", "CourtyardReview", "CourtyardRule",
           "CourtyardSurvey", "DefenceCheck", "Duty", "DutyMark", "FourPartyAgreement", "JointAcceptance", "Kind",
           "Neighbour", "Note", "PatrolPoint", "Programme", "Purpose", "RestRule", "RosterTemplate", "Route",
           "RouteStop", "Shift", "ShiftStop", "Signature", "Swap", "TemplateLine", "TemplateWalker", "TheftCount",
           "Upkeep", "WorksItem", "WorksPlan"]
