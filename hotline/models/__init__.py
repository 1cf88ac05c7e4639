"""Tables: callers, tickets with what was done to them, and what the hotline is set up by."""

from ..desk.models import AgentShift, Call
from .callers import Caller
from .limits import TicketLimit
from .lines import HotlineLine, WrapUp
from .tickets import Channel, Kind, Ticket
from .trail import CallBack, TicketMove

__all__ = ["AgentShift", "Call", "CallBack", "Caller", "Channel", "HotlineLine", "Kind", "Ticket", "TicketLimit",
           "TicketMove", "WrapUp"]
