"""The tables of patrol. Each package keeps its own; Django finds them here."""

from ..points.models import PatrolPoint
from ..shifts.models import CheckIn, Duty, Route, RouteStop, Shift, ShiftStop
from .notes import Kind, Note, Purpose

__all__ = ["CheckIn", "Duty", "Kind", "Note", "PatrolPoint", "Purpose", "Route", "RouteStop", "Shift", "ShiftStop"]
