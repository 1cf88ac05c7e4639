"""Tables: clocks with their steps, special days, and the numbers of all clocks."""

from .clocks import Deadline, DeadlineQuerySet, DeadlineStep, Step
from .rules import ClockRule
from .special_days import SpecialDay

__all__ = ["ClockRule", "Deadline", "DeadlineQuerySet", "DeadlineStep", "SpecialDay", "Step"]
