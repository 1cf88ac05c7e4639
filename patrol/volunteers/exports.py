"""The list as a file: masked as on the page, and without minors."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from shuangliu.pages import keyset
from shuangliu.spreadsheets import Sheet

from .models import Volunteer

MOST = 50_000


class Export:
    """`sheet()` walks the volunteers in `order`; `count` is how many it has written."""

    def __init__(self, volunteers, order: tuple[str, ...], *, today: date):
        self.volunteers, self.order, self.today, self.count = volunteers.for_list(), order, today, 0

    def sheet(self) -> Sheet:
        return Sheet(_("Volunteers"), headings(), self._rows())

    def _rows(self) -> Iterator[list]:
        for volunteer in keyset.walk(self.volunteers, order=self.order, most=MOST):
            if not volunteer.is_minor_on(self.today):
                self.count += 1
                yield _cells(volunteer)


def headings() -> list[str]:
    return [_("Number of the volunteer"), _("full name"), _("phone"), _("community"), _("State"), _("Offers"),
            _("hours of service"), _("insured until")]


def _cells(volunteer: Volunteer) -> list:
    return [volunteer.number, volunteer.masked_name, volunteer.masked_phone, volunteer.area.name,
            volunteer.get_state_display(), _(", ").join(str(one) for one in volunteer.abilities.all()), volunteer.hours,
            volunteer.insured_until]
