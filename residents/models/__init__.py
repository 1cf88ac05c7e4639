"""Tables: people, where they live and with whom, and what was changed about them."""

from ..care.models import AidApplication, AidPayment, CareMove, CareReferral, CareRule, CareTask
from ..imports.models import Batch, Mapping, Row
from ..leases.models import Asked, Firm, Holder, Lease, LeaseMove, LeaseRule, Party, SafetyAnswer, SafetyCheck
from ..register.models import Likeness
from ..visits.models import Coverage, Visit, VisitTask
from .homes import Building, Dwelling
from .households import Household, Membership
from .living import Permit, Residence
from .people import Person
from .trail import Change, Merge

__all__ = ["AidApplication", "AidPayment", "Asked", "Batch", "Building", "CareMove", "CareReferral", "CareRule",
           "CareTask", "Change", "Coverage", "Dwelling", "Firm", "Holder", "Household", "Lease", "LeaseMove",
           "LeaseRule", "Likeness", "Mapping", "Membership", "Merge", "Party", "Permit", "Person", "Residence", "Row",
           "SafetyAnswer", "SafetyCheck", "Visit", "VisitTask"]
