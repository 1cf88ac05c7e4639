"""Disputes and who resolves them."""

from .cases import Case
from .categories import DisputeCategory
from .limits import TimeLimit
from .mediators import Mediator
from .network import MediationCenter, MediationOrg, MediationWindow, ScreeningPoint
from .parties import Party
from .rounds import Round
from .sessions import Session

__all__ = ["Case", "DisputeCategory", "MediationCenter", "MediationOrg", "MediationWindow", "Mediator", "Party",
           "Round", "ScreeningPoint", "Session", "TimeLimit"]

# Defined beside their pages; Django looks for models here.
from mediation.screening import models as screening  # noqa: E402, F401
