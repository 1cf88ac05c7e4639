"""The list as a file: what is seen, row by row, the parties masked."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from shuangliu.pages import keyset
from shuangliu.spreadsheets import Sheet

from .models import Lease

MOST = 50_000


def is_too_long(leases) -> bool:
    """Whether there are more than fit into one file."""
    return leases.order_by()[: MOST + 1].count() > MOST


class Export:
    """`sheet()` walks the leases in `order`; `count` is how many it has written."""

    def __init__(self, leases, order: tuple[str, ...]):
        self.leases, self.order, self.count = leases.for_queue(), order, 0

    def sheet(self) -> Sheet:
        return Sheet(_("Leases"), headings(), self._rows())

    def _rows(self) -> Iterator[list]:
        for lease in keyset.walk(self.leases, order=self.order, most=MOST):
            self.count += 1
            yield _cells(lease)


def headings() -> list[str]:
    return [_("Lease number"), _("Certificate number"), _("State"), _("Area"), _("Address"), _("What is let"),
            _("Let for"), _("Floor let (m²)"), _("People who will live there"), _("Landlord"), _("Tenants"),
            _("Lease signed on"), _("First day"), _("Last day"), _("Who files it"), _("Filed at"), _("Filed late"),
            _("Due at"), _("Registered at"), _("Ended on")]


def _cells(lease: Lease) -> list:
    return [
        lease.number, lease.certificate, lease.get_state_display(), lease.area.name, lease.where,
        lease.get_space_display(), lease.get_use_display(), lease.floor_area, lease.people,
        _(", ").join(party.masked_name for party in lease.landlords),
        _(", ").join(party.masked_name for party in lease.tenants), lease.signed_on, lease.starts_on, lease.ends_on,
        lease.get_filed_by_display(), lease.filed_at, bool(lease.was_filed_late), lease.due_at, lease.registered_at,
        lease.ended_on,
    ]
