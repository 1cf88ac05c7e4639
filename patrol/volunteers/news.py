"""Who is told what: of call-ups whoever is asked and has an account (the others are asked by their community, and
answer by phone or at the portal), of an application the workstation that has to see the card."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext_lazy

from grids.holders import Seat, holders
from grids.roles import Role
from shuangliu import notices

from .models import CallUp, Volunteer

KINDS = {"call-up.called": gettext_lazy("You are called up"),
         "call-up.cancelled": gettext_lazy("A call-up is cancelled"),
         "volunteer.applied": gettext_lazy("Somebody has applied as a volunteer")}


def name_kinds() -> None:
    """Name what can be told; once, at start."""
    for name, words in KINDS.items():
        notices.kind(name, words)


def tell(call_up: CallUp, name: str, *, at: datetime) -> None:
    users = call_up.invitations.filter(volunteer__user__isnull=False).exclude(answer="no").values_list(
        "volunteer__user", flat=True)
    text = f"{call_up.title} · {localtime(call_up.starts_at):%m-%d %H:%M} · {call_up.place}"
    notices.tell(sorted(users), f"call-up.{name}", matter=call_up, text=text, url=reverse("patrol:me"), at=at)


def tell_station(volunteer: Volunteer, *, at: datetime) -> None:
    """By number: a notice names nobody."""
    users = {holder.user_id for holder in holders(volunteer.area_key, (Seat(Role.WORKSTATION),), localdate(at))}
    notices.tell(sorted(users), "volunteer.applied", matter=volunteer, text=volunteer.number,
                 url=volunteer.get_absolute_url(), at=at)
