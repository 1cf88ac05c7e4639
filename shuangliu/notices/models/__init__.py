"""What somebody is told, where else they want to hear it, and what is on its way there."""

from .channel import Channel
from .message import Message
from .notice import Notice

__all__ = ["Channel", "Message", "Notice"]
