"""Who is told what of an agreement: the workstation that keeps it, and the sub-centre above."""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.holders import Seat, holders
from grids.roles import Role
from shuangliu import notices

from .models import FourPartyAgreement
from .states import Act

STATION, SUBCENTER = Seat(Role.WORKSTATION), Seat(Role.SUBCENTER)
# act: the kind of the notice, its words, and who is told.
TOLD = {
    Act.ACTIVATE: ("active", _("A four-party agreement is in force"), [SUBCENTER]),
    Act.TERMINATE: ("terminated", _("A four-party agreement was ended before its time"), [SUBCENTER]),
    Act.REMIND: ("expiring", _("A four-party agreement ends within 30 days: renew it"), [STATION]),
    Act.EXPIRE: ("expired", _("A four-party agreement has run out"), [STATION, SUBCENTER]),
}


def name_kinds() -> None:
    """Name what can be told; once, at start."""
    for name, words, _seats in TOLD.values():
        notices.kind(f"agreement.{name}", words)


def tell(agreement: FourPartyAgreement, act: str, *, by, at: datetime) -> None:
    """In the transaction of the act; nobody hears of what they did themselves. A draft that comes to nothing is news to
    nobody."""
    if act not in TOLD or not agreement.was_in_force:
        return
    name, _words, seats = TOLD[act]
    users = {holder.user_id for holder in holders(agreement.area_key, seats, localdate(at))} - {by and by.pk}
    notices.tell(sorted(users), f"agreement.{name}", matter=agreement, at=at, url=agreement.get_absolute_url(),
                 text=f"{agreement.number} {agreement.where}\n{agreement.starts_on} – {agreement.ends_on}")
