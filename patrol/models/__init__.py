"""The tables of patrol. Each package keeps its own; Django finds them here."""

from ..points.models import PatrolPoint
from ..roster.models import RosterTemplate, TemplateLine, TemplateWalker
from ..shifts.models import CheckIn, Duty, Route, RouteStop, Shift, ShiftStop
from ..shifts.rules import RestRule
from ..swaps.models import Swap
from .notes import Kind, Note, Purpose

__all__ = ["CheckIn", "Duty", "Kind", "Note", "PatrolPoint", "Purpose", "RestRule", "RosterTemplate", "Route",
           "RouteStop", "Shift", "ShiftStop", "Swap", "TemplateLine", "TemplateWalker"]
