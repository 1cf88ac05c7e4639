"""Tables: leases with their parties, what was done to them, what was asked for, self-checks, and who holds premises."""

from .asked import Asked
from .leases import Lease
from .organisations import Firm
from .parties import Party
from .premises import Holder, SafetyAnswer, SafetyCheck
from .rules import LeaseRule
from .trail import LeaseMove

__all__ = ["Asked", "Firm", "Holder", "Lease", "LeaseMove", "LeaseRule", "Party", "SafetyAnswer", "SafetyCheck"]
