"""Disputes and who resolves them."""

from ..after.models import AgreementText, Confirmation, Duty, FollowUp, Performance, PerformanceStep, Suit
from .cases import Case
from .categories import DisputeCategory
from .limits import TimeLimit
from .mediators import Mediator
from .network import MediationCenter, MediationOrg, MediationWindow, ScreeningPoint
from .parties import Party
from .rounds import Round
from .sessions import Session

__all__ = ["AgreementText", "Case", "Confirmation", "DisputeCategory", "Duty", "FollowUp", "MediationCenter",
           "MediationOrg", "MediationWindow", "Mediator", "Party", "Performance", "PerformanceStep", "Round",
           "ScreeningPoint", "Session", "Suit", "TimeLimit"]
