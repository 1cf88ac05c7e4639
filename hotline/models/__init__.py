"""Tables: callers, tickets with what was done to them, and what the hotline is set up by."""

from ..desk.models import AgentShift, Call
from ..guard.models import Block, Hidden
from ..knowledge.models import Article, ArticleUse, ArticleVersion, Gap
from ..open311.models import ApiKey, Delivery, Publication
from ..portal.models import Sign
from ..voices.models import AnalysisReport, ContingencyPlan, LiaisonOfficer, PlanDrill
from .callers import Caller
from .landmarks import Landmark
from .limits import TicketLimit
from .lines import HotlineLine, WrapUp
from .quality import QualityCheck
from .tickets import Channel, Kind, Ticket
from .trail import CallBack, TicketMove

__all__ = ["AgentShift", "AnalysisReport", "ApiKey", "Article", "ArticleUse", "ArticleVersion", "Block", "Call",
           "CallBack", "Caller", "Channel", "ContingencyPlan", "Delivery", "Gap", "Hidden", "HotlineLine",
           "Kind", "Landmark", "LiaisonOfficer", "PlanDrill", "Publication", "QualityCheck", "Sign", "Ticket",
           "TicketLimit", "TicketMove", "WrapUp"]
