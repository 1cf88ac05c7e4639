"""Tables: callers, tickets with what was done to them, and what the hotline is set up by."""

from ..guard.models import Block, Hidden
from ..portal.models import Consent, Sign, SubjectRequest
from .callers import Caller
from .limits import TicketLimit
from .lines import HotlineLine, WrapUp
from .tickets import Channel, Kind, Ticket
from .trail import CallBack, TicketMove

__all__ = ["Block", "CallBack", "Caller", "Channel", "Consent", "Hidden", "HotlineLine", "Kind", "Sign", "SubjectRequest",
           "Ticket", "TicketLimit", "TicketMove", "WrapUp"]
