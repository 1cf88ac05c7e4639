"""The tables of patrol. Each package keeps its own; Django finds them here."""

from ..effect.models import Precaution
from ..points.models import PatrolPoint
from ..shifts.models import CheckIn, Duty, Route, RouteStop, Shift, ShiftStop
from .notes import Kind, Note, Purpose

__all__ = ["CheckIn", "Duty", "Kind", "Note", "PatrolPoint", "Precaution", "Purpose", "Route", "RouteStop", "Shift", "ShiftStop"]
