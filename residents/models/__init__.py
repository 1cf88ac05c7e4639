"""Tables: people, where they live and with whom, and what was changed about them."""

from .homes import Building, Dwelling
from .households import Household, Membership
from .living import Permit, Residence
from .people import Person
from .trail import Change, Merge

from residents.imports.models import Batch, Mapping, Row  # isort: skip  (which build on those above)

__all__ = ["Batch", "Building", "Change", "Dwelling", "Household", "Mapping",
           "Membership", "Merge", "Permit", "Person", "Residence", "Row"]
