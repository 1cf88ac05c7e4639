"""Disputes and who resolves them."""

from ..after.models import AgreementText, Confirmation, Duty, FollowUp, Performance, PerformanceStep, Suit
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
from ..routing.models import MediationRoute  # isort: skip
from ..transfers.models import CaseTransfer, ResultReport  # isort: skip

__all__ = ["AgreementText", "Case", "CaseTransfer", "Confirmation", "Consent", "DisputeCategory", "Duty", "FollowUp",
           "JointMember", "MediationCenter", "MediationOrg", "MediationRoute", "MediationWindow", "Mediator", "Party",
           "Performance", "PerformanceStep", "Representative", "ResultReport", "Round", "ScreeningPoint", "Session",
           "Standing", "Suit", "TimeLimit"]
