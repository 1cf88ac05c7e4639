"""What hangs on centres, organisations, windows and mediators. Those themselves are in mediation.models."""

from .experts import Expert
from .files import MediatorCertificate, MediatorTraining, RecusalGround
from .hours import OpeningHours, WindowClosure
from .meetings import Attendance, DecisionExtension, JointMeeting, MeetingDecision, MemberUnit
from .members import OrgMember

__all__ = ["Attendance", "DecisionExtension", "Expert", "JointMeeting", "MediatorCertificate", "MediatorTraining",
           "MeetingDecision", "MemberUnit", "OpeningHours", "OrgMember", "RecusalGround", "WindowClosure"]
