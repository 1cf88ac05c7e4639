"""Tables: callers, tickets with what was done to them, and what the hotline is set up by."""

from .callers import Caller
from .limits import TicketLimit
from .lines import HotlineLine, WrapUp
from .quality import QualityCheck
from .tickets import Channel, Kind, Ticket
from .trail import CallBack, TicketMove

__all__ = ["CallBack", "Caller", "Channel", "HotlineLine", "Kind", "QualityCheck", "Ticket", "TicketLimit",
           "TicketMove", "WrapUp"]
