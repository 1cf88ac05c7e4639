"""Tables: people, where they live and with whom, and what was changed about them."""

from ..leases.models import (
    Asked,
    Firm,
    Holder,
    Lease,
    LeaseMove,
    LeaseRule,
    Party,
    SafetyAnswer,
    SafetyCheck,
)
from .homes import Building, Dwelling
from .households import Household, Membership
from .living import Permit, Residence
from .people import Person
from .trail import Change, Merge

__all__ = ["Asked", "Building", "Change", "Dwelling", "Firm", "Holder", "Household", "Lease", "LeaseMove", "LeaseRule",
           "Membership", "Merge", "Party", "Permit", "Person", "Residence", "SafetyAnswer", "SafetyCheck"]
