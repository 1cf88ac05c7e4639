"""Tables: callers, tickets with what was done to them, and what the hotline is set up by."""

from ..desk.models import AgentShift, Call
from ..knowledge.models import Article, ArticleUse, ArticleVersion, Gap
from .callers import Caller
from .limits import TicketLimit
from .lines import HotlineLine, WrapUp
from .quality import QualityCheck
from .tickets import Channel, Kind, Ticket
from .trail import CallBack, TicketMove

__all__ = ["AgentShift", "Article", "ArticleUse", "ArticleVersion", "Call", "CallBack", "Caller", "Channel", "Gap",
           "HotlineLine", "Kind", "QualityCheck", "Ticket", "TicketLimit", "TicketMove", "WrapUp"]
