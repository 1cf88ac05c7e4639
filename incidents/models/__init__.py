"""What was reported, of which kind, and what became of it."""

from .category import Category
from .incident import Incident
from .limit import StageLimit
from .loop import LoopRule
from .move import Move

__all__ = ["Category", "Incident", "LoopRule", "Move", "StageLimit"]
