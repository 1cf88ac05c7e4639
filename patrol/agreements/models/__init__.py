"""Tables: agreements with their signatures and duties, claims, counts of thefts, and what was done."""

from .agreements import FourPartyAgreement, Signature
from .duties import AgreementDuty, DutyMark
from .results import Claim, TheftCount
from .trail import AgreementMove

__all__ = ["AgreementDuty", "AgreementMove", "Claim", "DutyMark", "FourPartyAgreement", "Signature", "TheftCount"]
