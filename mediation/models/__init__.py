"""Disputes and who resolves them."""

from ..after.models import AgreementText, Confirmation, Duty, FollowUp, Performance, PerformanceStep, Suit
from ..major.models import FiveOnes, MajorMark, MajorRule, ProgressNote, SupervisionOrder
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
from ..panels.models import Panel, PanelMember
from ..records.models import Addendum, Deposit, DepositMove, Evidence, Investigation, PrivateNote
from ..risks.models import PoliceReport, Risk
from ..team.models import CaseMediator, Invited, Recusal
from ..timing.models import Appraisal, ClockStart, Extension
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

__all__ = ["Addendum", "AgreementText", "Appraisal", "Attendance", "Case", "CaseMediator", "CaseTransfer", "ClockStart",
           "Confirmation", "Consent", "DecisionExtension", "Deposit", "DepositMove", "DisputeCategory", "Dossier",
           "Duty", "Evidence", "Expert", "Extension", "FileNumber", "FiveOnes", "FollowUp", "Investigation", "Invited",
           "JointMeeting", "JointMember", "MajorMark", "MajorRule", "MediationCenter", "MediationOrg", "MediationRoute",
           "MediationWindow", "Mediator", "MediatorCertificate", "MediatorTraining", "MeetingDecision", "MemberUnit",
           "OpeningHours", "OrgMember", "Original", "Panel", "PanelMember", "Paper", "Party", "Performance",
           "PerformanceStep", "PoliceReport", "PrivateNote", "ProgressNote", "Recusal", "RecusalGround",
           "Representative", "ResultReport", "Risk", "Round", "ScreeningPoint", "Session", "Standing", "Suit",
           "SupervisionOrder", "TimeLimit", "WindowClosure"]
