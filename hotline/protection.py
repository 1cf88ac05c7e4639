"""The personal data that the hotline holds, of callers: who may see them in clear, and whose they are."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from shuangliu.protection import looks, reveals
from shuangliu.protection.reveals import Field

from .models import Ticket


def register() -> None:
    reveals.register(Ticket, act="ticket.reveal", fields=(Field.NAME, Field.PHONE),
                     rows=lambda: Ticket.objects.for_detail(), people=lambda ticket: [ticket.caller])
    looks.register(Ticket, {"ticket.revealed": _("The caller's name and phone were shown in clear")},
                   subjects=callers_of)


def callers_of(ids: Collection[int]) -> looks.Keys:
    return {pk: {key} for pk, key in Ticket.objects.filter(pk__in=ids, caller__isnull=False)
            .values_list("pk", "caller__phone_hash")}
