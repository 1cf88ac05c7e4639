"""What was reported, of which kind, and what became of it."""

from .category import Category
from .former_place import FormerPlace
from .incident import Incident
from .limit import StageLimit
from .loop import LoopRule
from .move import Move

__all__ = ["Category", "FormerPlace", "Incident", "LoopRule", "Move", "StageLimit"]
