"""What was reported, of which kind, and what became of it."""

from .category import Category
from .demand import Demand, DemandLimit
from .former_place import FormerPlace
from .incident import Incident
from .limit import StageLimit
from .loop import LoopRule
from .move import Move
from .question import Answer, Question
from .rule import RoutingRule
from .template import ReplyTemplate

__all__ = ["Answer", "Category", "Demand", "DemandLimit", "FormerPlace", "Incident", "LoopRule", "Move", "Question",
           "ReplyTemplate", "RoutingRule", "StageLimit"]
