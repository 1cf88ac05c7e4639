"""The tables of patrol. Each package keeps its own; Django finds them here."""

from ..agreements.models import (
    AgreementDuty,
    AgreementMove,
    Claim,
    DutyMark,
    FourPartyAgreement,
    Signature,
    TheftCount,
)
from ..assets.models import Camera, CameraMove, Neighbour
from ..points.models import PatrolPoint
from ..shifts.models import CheckIn, Duty, Route, RouteStop, Shift, ShiftStop
from .notes import Kind, Note, Purpose

__all__ = ["AgreementDuty", "AgreementMove", "Camera", "CameraMove", "CheckIn", "Claim", "Duty", "DutyMark",
           "FourPartyAgreement", "Kind", "Neighbour", "Note", "PatrolPoint", "Purpose", "Route", "RouteStop", "Shift",
           "ShiftStop", "Signature", "TheftCount"]
