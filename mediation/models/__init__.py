"""Disputes and who resolves them."""

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

__all__ = ["Attendance", "Case", "CaseTransfer", "Consent", "DecisionExtension", "DisputeCategory", "Dossier", "Expert",
           "FileNumber", "JointMeeting", "JointMember", "MediationCenter", "MediationOrg", "MediationRoute",
           "MediationWindow", "Mediator", "MediatorCertificate", "MediatorTraining", "MeetingDecision", "MemberUnit",
           "OpeningHours", "OrgMember", "Original", "Paper", "Party", "RecusalGround", "Representative", "ResultReport",
           "Round", "ScreeningPoint", "Session", "Standing", "TimeLimit", "WindowClosure"]
