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
from ..effect.models import Precaution
from ..points.models import PatrolPoint
from ..roster.models import RosterTemplate, TemplateLine, TemplateWalker
from ..shifts.models import CheckIn, Duty, Route, RouteStop, Shift, ShiftStop
from ..shifts.rules import RestRule
from ..swaps.models import Swap
from ..volunteers.models import (
    Ability,
    Attendance,
    CallUp,
    Certificate,
    Insurance,
    Invitation,
    Team,
    TeamMember,
    Training,
    Volunteer,
)
from ..walks.models import ShiftFinding
from .notes import Kind, Note, Purpose

__all__ = ["Ability", "AgreementDuty", "AgreementMove", "Allocation", "Attendance", "CallUp", "Camera", "CameraMove",
           "Certificate", "Charter", "CheckIn", "Claim", "Committee", "CommitteeMember", "Courtyard", "CourtyardMove",
           "CourtyardReview", "CourtyardRule", "CourtyardSurvey", "DefenceCheck", "Duty", "DutyMark",
           "FourPartyAgreement", "Insurance", "Invitation", "JointAcceptance", "Kind", "Neighbour", "Note",
           "PatrolPoint", "Precaution", "Programme", "Purpose", "RestRule", "RosterTemplate", "Route", "RouteStop",
           "Shift", "ShiftFinding", "ShiftStop", "Signature", "Swap", "Team", "TeamMember", "TemplateLine",
           "TemplateWalker", "TheftCount", "Training", "Upkeep", "Volunteer", "WorksItem", "WorksPlan"]
