"""The tables of patrol. Each package keeps its own; Django finds them here."""

from ..effect.models import Precaution
from ..points.models import PatrolPoint
from ..roster.models import RosterTemplate, TemplateLine
from ..shifts.models import CheckIn, Duty, Route, RouteStop, Shift, ShiftStop
from ..shifts.rules import RestRule
from ..swaps.models import Swap
from .notes import Kind, Note, Purpose

__all__ = ["CheckIn", "Duty", "Kind", "Note", "PatrolPoint", "Precaution", "Purpose", "RestRule", "RosterTemplate",
           "Route", "RouteStop", "Shift", "ShiftStop", "Swap", "TemplateLine"]
