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
from .notes import Kind, Note, Purpose

__all__ = ["AgreementDuty", "AgreementMove", "Camera", "CameraMove", "Claim", "DutyMark", "FourPartyAgreement", "Kind",
           "Neighbour", "Note", "Purpose", "Signature", "TheftCount"]
