"""Disputes and who resolves them."""

from .cases import Case
from .categories import DisputeCategory
from .limits import TimeLimit
from .mediators import Mediator
from .network import MediationCenter, MediationOrg, MediationWindow, ScreeningPoint
from .parties import Party
from .rounds import Round
from .sessions import Session

# Subjects with a package of their own; after the rest, which they build upon.
from ..papers.models import Dossier, FileNumber, Original, Paper  # isort: skip

__all__ = ["Case", "DisputeCategory", "Dossier", "FileNumber", "MediationCenter", "MediationOrg", "MediationWindow", "Mediator", "Original",
           "Paper", "Party", "Round", "ScreeningPoint", "Session", "TimeLimit"]
