"""Plans, results, and the warning levels of the points."""

from .plans import ScreeningPlan
from .results import Finding, Screening
from .rules import Threshold, WarningRule
from .warnings import PointWarning, Touch, WarningChange

__all__ = ["Finding", "PointWarning", "Screening", "ScreeningPlan", "Threshold", "Touch", "WarningChange",
           "WarningRule"]
