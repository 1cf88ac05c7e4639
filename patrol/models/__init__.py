"""The tables of patrol. Each package keeps its own; Django finds them here."""

from ..points.models import PatrolPoint
from ..shifts.models import CheckIn, Duty, Route, RouteStop, Shift, ShiftStop
from ..volunteers.models import (
    Ability,
    Attendance,
    CallUp,
    Certificate,
    Insurance,
    Invitation,
    Team,
    TeamMember,
    Training,
    Volunteer,
)
from .notes import Kind, Note, Purpose

__all__ = ["Ability", "Attendance", "CallUp", "Certificate", "CheckIn", "Duty", "Insurance", "Invitation", "Kind",
           "Note", "PatrolPoint", "Purpose", "Route", "RouteStop", "Shift", "ShiftStop", "Team", "TeamMember",
           "Training", "Volunteer"]
