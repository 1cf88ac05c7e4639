"""Tables: clocks with their steps, and special days."""

from .clocks import Deadline, DeadlineQuerySet, DeadlineStep, Step
from .special_days import SpecialDay

__all__ = ["Deadline", "DeadlineQuerySet", "DeadlineStep", "SpecialDay", "Step"]
