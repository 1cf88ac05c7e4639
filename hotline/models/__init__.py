"""Tables: callers, tickets with what was done to them, and what the hotline is set up by."""

from ..open311.models import ApiKey, Delivery, Publication
from .callers import Caller
from .limits import TicketLimit
from .lines import HotlineLine, WrapUp
from .tickets import Channel, Kind, Ticket
from .trail import CallBack, TicketMove

__all__ = ["ApiKey", "CallBack", "Caller", "Channel", "Delivery", "HotlineLine", "Kind", "Publication", "Ticket",
           "TicketLimit", "TicketMove", "WrapUp"]
