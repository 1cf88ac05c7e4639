"""Which lease a browser may see for a while, and on whose side, by a signed cookie that only these pages get."""

from dataclasses import dataclass

from django.urls import reverse

from residents.leases.models import Lease, Party

SENT, FOLLOWED = "lease_sent", "lease_followed"
LASTS = {SENT: 15 * 60, FOLLOWED: 30 * 60}  # seconds; a library's computer forgets soon


@dataclass(frozen=True)
class Seen:
    """A lease as one of its parties sees it, or the firm that filed it (`party` None)."""

    lease: Lease
    side: str
    party: Party | None = None


def give(request, response, name: str, seen: Seen):
    value = f"{seen.lease.pk}:{seen.side}:{seen.party.pk if seen.party else 0}"
    response.set_signed_cookie(name, value, salt=f"hotline.{name}", max_age=LASTS[name], path=_path(), httponly=True,
                               samesite="Lax", secure=request.is_secure())
    return response


def take(request, name: str) -> Seen | None:
    """None when the time is over, or the parties are forgotten."""
    value = request.get_signed_cookie(name, default="", salt=f"hotline.{name}", max_age=LASTS[name])
    if not value:
        return None
    pk, side, party = value.split(":")
    lease = Lease.objects.for_detail().filter(pk=pk, forgotten_at=None).first()
    found = lease and lease.parties.filter(pk=party).first()
    return Seen(lease, side, found) if lease and (found or party == "0") else None


def forget(response, name: str):
    response.delete_cookie(name, path=_path(), samesite="Lax")
    return response


def _path() -> str:
    return reverse("leases:home")
