"""Who is told what of a lease: the registrars of its place, and the accounts that hold its premises. What is told names
the number alone: no party, no address."""

from collections.abc import Callable
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.holders import Seat, holders
from grids.jurisdiction import has_role
from grids.roles import Role
from shuangliu import notices

from .models import Holder, Lease
from .states import Act

REGISTRARS = (Seat(Role.REGISTRAR),)
# act: the kind of the notice and its words.
TO_DESK = {
    Act.FILE: ("filed", _("A lease was filed")),
    Act.SUBMIT: ("filed", _("A lease was filed")),
    Act.COMPLETE: ("completed", _("What was missing of a lease is there")),
    Act.ASK: ("asked", _("A change, renewal or end of a lease is asked for")),
    Act.LEAVE: ("left", _("A tenant ended the own entry in a lease")),
    Act.WARN: ("warned", _("The time for a lease is running out")),
    Act.LATE: ("overdue", _("A lease is overdue")),
    Act.RAISE: ("raised", _("A lease is long overdue")),
}
TO_HOLDERS = {
    Act.NEED_MORE: ("needs", _("Papers are missing for your lease")),
    Act.REGISTER: ("registered", _("Your lease is registered")),
    Act.REFUSE: ("refused", _("Your lease was not registered")),
    Act.CHANGE: ("changed", _("The change of your lease is entered")),
    Act.RENEW: ("renewed", _("Your lease is renewed")),
    Act.DECLINE: ("declined", _("What you asked for your lease was declined")),
    Act.END: ("ended", _("The end of your lease is entered")),
    Act.REMIND: ("expiring", _("Your lease ends within 30 days")),
    Act.EXPIRE: ("expired", _("Your lease has run out")),
}

_page_of_holders: list[Callable[[], str]] = []


def lead_holders(page: Callable[[], str]) -> None:
    """Where the notice leads whoever holds premises; said once, at start, by the app that has that page."""
    _page_of_holders[:] = [page]


def name_kinds() -> None:
    """Name what can be told; once, at start."""
    for name, words in (*TO_DESK.values(), *TO_HOLDERS.values()):
        notices.kind(f"lease.{name}", words)


def tell(lease: Lease, act: str, *, by, at: datetime) -> None:
    """Tell those concerned, in the transaction of the act; nobody hears of what they did themselves."""
    own = {by and by.pk}
    if act in TO_DESK and lease.is_filed:
        users = {holder.user_id for holder in holders(lease.area_key, REGISTRARS, localdate(at))} - own
        _tell(lease, users, TO_DESK[act][0], lease.get_absolute_url(), at)
    if act in TO_HOLDERS and _page_of_holders:
        users = set(Holder.objects.filter(dwelling=lease.dwelling_id, until=None).values_list("user", flat=True))
        if lease.filed_by_user and has_role(lease.filed_by_user, Role.LANDLORD):
            users.add(lease.filed_by_user_id)
        _tell(lease, users - own, TO_HOLDERS[act][0], _page_of_holders[0](), at)


def _tell(lease: Lease, users: set, name: str, url: str, at: datetime) -> None:
    notices.tell(sorted(users), f"lease.{name}", matter=lease, text=lease.number, url=url, at=at)
