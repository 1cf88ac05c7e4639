"""Is a certificate genuine, and does it still count? Said to anybody who has it in hand, with the names masked."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from shuangliu.guard import codes

from .models import Lease

PATH = "/public/leases/verify/"  # the page lies above, in hotline/leases


@dataclass(frozen=True)
class Verdict:
    lease: Lease
    counts: bool  # it is in force today


def address(request) -> str:
    """Where certificates are verified, as the outside reaches us."""
    return settings.PUBLIC_URL + PATH if settings.PUBLIC_URL else request.build_absolute_uri(PATH)


def verify(code: str, today: date) -> Verdict | None:
    """The lease with this check code; None for none."""
    if not (marks := codes.marks(code)):
        return None
    lease = Lease.objects.certified().for_queue().filter(check_code=marks).first()
    return lease and Verdict(lease, lease.is_in_force and lease.ends_on >= today)
