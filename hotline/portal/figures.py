"""/public/figures/: what came in and how well it was answered, by town and month, from the rollups.

Months that are over only: two looks at a running one would tell each single ticket between them. Numbers below five are
left out (suppression.py); a rate is shown in whole percent where at least five were asked or due.
"""

from dataclasses import dataclass
from datetime import date

from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from grids.models import Area
from shuangliu.indicators import reading
from shuangliu.indicators.periods import month_before, month_end
from shuangliu.pages.access import ANYONE, allows
from shuangliu.spreadsheets import Sheet, download, write

from .fields import county
from .suppression import FEWEST, Cell, suppressed, with_sums

MEASURES = ("ticket.received", "ticket.on_time", "ticket.due", "ticket.satisfied", "ticket.judged")
MONTHS = 12
HIDDEN = "<5"


@dataclass(frozen=True)
class Published:
    """What may be shown: rows of towns with a cell for each month and the sum, for numbers and both rates."""

    months: list[date]
    towns: list[tuple[int | None, str]]
    received: dict[Cell, str]
    on_time: dict[Cell, str]
    satisfied: dict[Cell, str]
    until: date

    def table(self, cells: dict[Cell, str]) -> list[tuple[str, list[str]]]:
        return [(name, [cells[key, month] for month in (None, *self.newest_first)]) for key, name in self.towns]

    @property
    def newest_first(self) -> list[date]:
        """A phone shows the first columns of a table."""
        return self.months[::-1]


def published(area: Area, today: date) -> Published:
    """The last twelve months that are over."""
    months = [month_before(today)]
    while len(months) < MONTHS:
        months.insert(0, month_before(months[0]))
    found = {month: reading.by_area(MEASURES, area, month, month_end(month)) for month in months}
    towns = [(town.key, town.name) for town in area.children.defer("outline").order_by("key")]
    known = {key for key, _name in towns}
    strays = {key for figures in found.values() for key in figures} - known
    towns += [(key, _("Place not known")) for key in sorted(strays)]
    towns.append((None, _("The whole county")))

    def counts(measure: str) -> dict[Cell, int]:
        return with_sums({(key, month): found[month].get(key, {}).get(measure, 0)
                          for key, _name in towns[:-1] for month in months})

    received = counts("ticket.received")
    hidden = suppressed(received)
    return Published(
        months, towns, {cell: HIDDEN if cell in hidden else str(number) for cell, number in received.items()},
        _rates(counts("ticket.on_time"), counts("ticket.due")),
        _rates(counts("ticket.satisfied"), counts("ticket.judged")), month_end(months[-1]))


def _rates(some: dict[Cell, int], of_all: dict[Cell, int]) -> dict[Cell, str]:
    return {cell: f"{round(100 * some[cell] / number)} %" if number >= FEWEST else "–"
            for cell, number in of_all.items()}


@require_safe
@allows(ANYONE)
def figures(request):
    """`?format=csv` gives the same as a file: a line for each town and month."""
    shown = published(county(), localdate())
    if request.GET.get("format") == "csv":
        return download(write([_sheet(shown)], "csv"), _("Hotline figures"), "csv")
    return render(request, "hotline/portal/figures.html", {"shown": shown, "tables": [
        (_("What came in"), shown.table(shown.received)), (_("Answered in time"), shown.table(shown.on_time)),
        (_("Satisfied"), shown.table(shown.satisfied))]})


def _sheet(shown: Published) -> Sheet:
    headings = [_("Town or subdistrict"), _("Month"), _("What came in"), _("Answered in time"), _("Satisfied")]
    rows = ([name, month.strftime("%Y-%m"), *(cells[key, month] for cells in (
        shown.received, shown.on_time, shown.satisfied))] for key, name in shown.towns for month in shown.months)
    return Sheet(_("Hotline figures"), headings, rows)
