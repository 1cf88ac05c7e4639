"""People as a file: masked, and without children under 14, whose data leave by their guardian alone (domain.md §7).
Whoever's age nobody knows may be one, and is left out, too."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from shuangliu.pages import keyset
from shuangliu.spreadsheets import Sheet

from ..models import Person

MOST = 50_000
CHILD = 14  # years; PIPL art. 31


def without_children(people, today: date):
    return people.filter(born_on__lte=_years_before(today, CHILD))


class Export:
    """`sheet()` walks the people, newest first; `count` is how many it has written."""

    def __init__(self, people, *, today: date):
        self.people, self.today, self.count = without_children(people, today), today, 0

    def sheet(self) -> Sheet:
        return Sheet(_("Residents"), headings(), self._rows())

    def _rows(self) -> Iterator[list]:
        for person in keyset.walk(self.people, order=("-id",), most=MOST):
            self.count += 1
            yield _cells(person, self.today)


def headings() -> list[str]:
    return [_("Record"), _("full name"), _("ID number"), _("phone"), _("sex"), _("Age"), _("Home"), _("kind"),
            _("lives there as"), _("lives there since"), _("last confirmed at")]


def _cells(person: Person, today: date) -> list:
    home = next(iter(person.homes), None)
    return [person.number, person.masked_name, person.masked_id_number, person.masked_phone,
            person.get_sex_display(), person.age_on(today), home and home.dwelling.address,
            home and home.get_kind_display(), home and home.get_tenure_display(), home and home.since,
            person.confirmed_at]


def _years_before(day: date, years: int) -> date:
    """The last birthday of those who are `years` old by this day."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)
