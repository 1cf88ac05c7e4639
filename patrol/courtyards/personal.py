"""The personal data of courtyards: names and phones of the committee, and who may see them in clear."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from shuangliu.protection import looks, reveals
from shuangliu.protection.reveals import Field

from .models import CommitteeMember, Courtyard


def register() -> None:
    reveals.register(Courtyard, act="courtyard.reveal", fields=(Field.NAME, Field.PHONE))
    looks.register(Courtyard, {"courtyard.revealed": _("The committee of the courtyard was shown in clear")},
                   subjects=members)


def members(ids: Collection[int]) -> looks.Keys:
    """Each member by the phone; whoever gave none, by the row."""
    found: looks.Keys = {}
    for member in CommitteeMember.objects.filter(committee__courtyard__in=ids).select_related("committee"):
        found.setdefault(member.committee.courtyard_id, set()).add(member.phone_hash or looks.key_of(member))
    return found
