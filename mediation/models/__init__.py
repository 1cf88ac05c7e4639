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
from .limits import TimeLimit
from .mediators import Mediator
from .network import MediationCenter, MediationOrg, MediationWindow, ScreeningPoint
from .parties import Party
from .rounds import Round
from .sessions import Session

__all__ = ["Attendance", "Case", "DecisionExtension", "DisputeCategory", "Expert", "JointMeeting", "MediationCenter",
           "MediationOrg", "MediationWindow", "Mediator", "MediatorCertificate", "MediatorTraining", "MeetingDecision",
           "MemberUnit", "OpeningHours", "OrgMember", "Party", "RecusalGround", "Round", "ScreeningPoint",
           "Session", "TimeLimit", "WindowClosure"]
