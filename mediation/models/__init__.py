"""Disputes and who resolves them."""

from ..after.models import AgreementText, Confirmation, Duty, FollowUp, Performance, PerformanceStep, Suit
from ..network.models import (
    Attendance,
    DecisionExtension,
    Expert,
    JointMeeting,
    MediatorCertificate,
    MediatorTraining,
    MeetingDecision,
    MemberUnit,
    OpeningHours,
    OrgMember,
    RecusalGround,
    WindowClosure,
)
from .cases import Case
from .categories import DisputeCategory
from .consents import Consent, Standing
from .limits import TimeLimit
from .mediators import Mediator
from .network import MediationCenter, MediationOrg, MediationWindow, ScreeningPoint
from .parties import Party, Representative
from .rounds import Round
from .sessions import Session

from ..joint.models import JointMember  # isort: skip
from ..papers.models import Dossier, FileNumber, Original, Paper  # isort: skip
from ..routing.models import MediationRoute  # isort: skip
from ..screening import models as screening  # noqa: F401  # isort: skip
from ..transfers.models import CaseTransfer, ResultReport  # isort: skip

__all__ = ["AgreementText", "Attendance", "Case", "CaseTransfer", "Confirmation", "Consent", "DecisionExtension",
           "DisputeCategory", "Dossier", "Duty", "Expert", "FileNumber", "FollowUp", "JointMeeting", "JointMember",
           "MediationCenter", "MediationOrg", "MediationRoute", "MediationWindow", "Mediator", "MediatorCertificate",
           "MediatorTraining", "MeetingDecision", "MemberUnit", "OpeningHours", "OrgMember", "Original", "Paper",
           "Party", "Performance", "PerformanceStep", "RecusalGround", "Representative", "ResultReport", "Round",
           "ScreeningPoint", "Session", "Standing", "Suit", "TimeLimit", "WindowClosure"]
