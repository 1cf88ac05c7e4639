"""Tables: people, where they live and with whom, and what was changed about them."""

# isort: off  (they point at those above)
from ..imports.models import Batch, Mapping, Row
from ..register.models import Likeness
from .homes import Building, Dwelling
from .households import Household, Membership
from .living import Permit, Residence
from .people import Person
from .trail import Change, Merge

# isort: on

__all__ = ["Batch", "Building", "Change", "Dwelling", "Household", "Likeness", "Mapping", "Membership", "Merge",
           "Permit", "Person", "Residence", "Row"]
