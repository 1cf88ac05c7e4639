"""Disputes and who resolves them."""

from ..major.models import FiveOnes, MajorMark, MajorRule, ProgressNote, SupervisionOrder
from ..panels.models import Panel, PanelMember
from ..records.models import Addendum, Deposit, DepositMove, Evidence, Investigation, PrivateNote
from ..risks.models import PoliceReport, Risk
from ..team.models import CaseMediator, Invited, Recusal
from ..timing.models import Appraisal, ClockStart, Extension
from .cases import Case
from .categories import DisputeCategory
from .limits import TimeLimit
from .mediators import Mediator
from .network import MediationCenter, MediationOrg, MediationWindow, ScreeningPoint
from .parties import Party
from .rounds import Round
from .sessions import Session

__all__ = [
           "Addendum",
           "Appraisal",
           "Case",
           "CaseMediator",
           "ClockStart",
           "Deposit",
           "DepositMove",
           "DisputeCategory",
           "Evidence",
           "Extension",
           "FiveOnes",
           "Investigation",
           "Invited",
           "MajorMark",
           "MajorRule",
           "MediationCenter",
           "MediationOrg",
           "MediationWindow",
           "Mediator",
           "Panel",
           "PanelMember",
           "Party",
           "PoliceReport",
           "PrivateNote",
           "ProgressNote",
           "Recusal",
           "Risk",
           "Round",
           "ScreeningPoint",
           "Session",
           "SupervisionOrder",
           "TimeLimit",
]
