"""Tables: referrals with what was done to them, tasks of workers, applications for aid and their payments, the rule."""

from .aid import AidApplication, AidPayment
from .referrals import CareMove, CareReferral
from .rules import CareRule
from .tasks import CareTask

__all__ = ["AidApplication", "AidPayment", "CareMove", "CareReferral", "CareRule", "CareTask"]
