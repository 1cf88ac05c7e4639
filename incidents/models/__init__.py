"""What was reported, of which kind, and what became of it."""

from .category import Category
from .demand import Demand, DemandLimit
from .incident import Incident
from .limit import StageLimit
from .loop import LoopRule
from .move import Move

__all__ = ["Category", "Demand", "DemandLimit", "Incident", "LoopRule", "Move", "StageLimit"]
