"""The personal data that leases hold: who may see them in clear, and whose they are."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from shuangliu.protection import looks, reveals
from shuangliu.protection.reveals import Field

from .models import Lease, Party


def register() -> None:
    reveals.register(Lease, act="lease.reveal", fields=(Field.NAME, Field.ID_NUMBER, Field.PHONE))
    looks.register(Lease, {
        "lease.revealed": _("The parties of the lease were shown in clear"),
        "lease.certified": _("The certificate of the lease was made"),
    }, subjects=parties)


def parties(ids: Collection[int]) -> looks.Keys:
    """Both sides of each lease, by ID number and phone."""
    found: looks.Keys = {}
    for lease, number, phone in Party.objects.filter(lease__in=ids).values_list("lease", "id_hash", "phone_hash"):
        found.setdefault(lease, set()).update({number, phone} - {""})
    return found
