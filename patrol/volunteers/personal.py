"""Who may see volunteers in clear, and whose data that is."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from shuangliu.protection import looks, reveals
from shuangliu.protection.reveals import Field

from .models import Volunteer


def register() -> None:
    reveals.register(Volunteer, act="volunteer.reveal", fields=(Field.NAME, Field.ID_NUMBER, Field.PHONE,
                                                                Field.BIRTHDAY))
    looks.register(Volunteer, {
        "volunteer.revealed": _("The record of the volunteer was shown in clear"),
        "volunteer.looked_up": _("The volunteer was looked up by number, phone or name"),
        "volunteer.printed": _("The certificate of the volunteer was printed"),
    }, subjects=themselves)


def themselves(ids: Collection[int]) -> looks.Keys:
    """By ID number and phone."""
    return {one.pk: {one.id_hash, one.phone_hash} - {""}
            for one in Volunteer.objects.filter(pk__in=ids).only("id_hash", "phone_hash")}
