"""What is remembered of the time after mediation."""

from .court import Confirmation, Suit
from .duty import Duty
from .follow_up import FollowUp
from .performance import Performance, PerformanceStep
from .texts import AgreementText

__all__ = ["AgreementText", "Confirmation", "Duty", "FollowUp", "Performance", "PerformanceStep", "Suit"]
