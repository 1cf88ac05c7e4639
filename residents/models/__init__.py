"""Tables: people, where they live and with whom, and what was changed about them."""

from .homes import Building, Dwelling
from .households import Household, Membership
from .living import Permit, Residence
from .people import Person
from .trail import Change, Merge

__all__ = ["Building", "Change", "Dwelling", "Household", "Membership", "Merge", "Permit", "Person", "Residence"]
