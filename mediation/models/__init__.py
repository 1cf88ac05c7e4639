"""Disputes and who resolves them."""

from .cases import Case
from .categories import DisputeCategory
from .consents import Consent, Standing
from .limits import TimeLimit
from .mediators import Mediator
from .network import MediationCenter, MediationOrg, MediationWindow, ScreeningPoint
from .parties import Party, Representative
from .rounds import Round
from .sessions import Session

__all__ = ["Case", "Consent", "DisputeCategory", "MediationCenter", "MediationOrg", "MediationWindow", "Mediator",
           "Party", "Representative", "Round", "ScreeningPoint", "Session", "Standing", "TimeLimit"]
