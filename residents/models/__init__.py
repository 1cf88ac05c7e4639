"""Tables: people, where they live and with whom, and what was changed about them."""

from .homes import Building, Dwelling
from .households import Household, Membership
from .living import Permit, Residence
from .people import Person
from .trail import Change, Merge

from ..register.models import Likeness  # isort: skip (it points at people)

__all__ = ["Building", "Change", "Dwelling", "Household", "Likeness", "Membership", "Merge", "Permit", "Person",
           "Residence"]
