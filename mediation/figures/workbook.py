"""The page of figures as an Excel file: the same numbers, a sheet for each part, and how they were counted."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from shuangliu.indicators.figures import Cell
from shuangliu.spreadsheets import Sheet as Page

from .after import FEW
from .sheet import Sheet, is_few

NONE = "—"


def sheets(sheet: Sheet, at: datetime) -> Iterator[Page]:
    """All that the reader may see of the area and period."""
    yield Page(_("Rates"), [_("Figure"), _("Version"), _("Numerator"), _("Denominator"), "%", _("Period before"), "%",
                            _("A year before"), "%", _("How it is counted")], _rates(sheet, at))
    for part in sheet.parts():
        table = sheet.table(part)
        headings = [str(part.label), _("Belongs to"), _("Accepted"), _("Settled of these"), _("Rate A %"),
                    _("Concluded"), _("Settled of these"), _("Rate B %"), _("Note")]
        yield Page(str(part.label), headings, (_line(row) for row in table.rows))


def _rates(sheet: Sheet, at: datetime) -> Iterator[list]:
    for rate in (*sheet.rates, *sheet.others):
        now, before, ago = rate.now, rate.previous, rate.year_before
        yield [str(now.label), now.version, now.numerator.count, now.denominator.count, _percent(now), _ratio(before),
               _percent(before), _ratio(ago), _percent(ago), str(now.figure.note)]
    for after in sheet.afterwards:
        yield [str(after.label), 1, after.numerator.count, after.denominator.count,
               NONE if after.value is None else float(after.value), "", "", "", "", str(after.note)]
    yield [_("Still open"), "", sheet.pending, sheet.totals["case.accepted"]]
    spent = sheet.durations
    yield [_("Days from acceptance to the end"), "", spent.count, "", "", _("mean"), spent.mean, _("median"),
           spent.median]
    yield []
    yield [_("Area"), str(sheet.area)]
    yield [_("Period"), f"{sheet.period.start} — {sheet.period.end}"]
    yield [_("As of"), localtime(at).strftime("%Y-%m-%d %H:%M")]


def _line(row) -> list:
    accepted, rate_a, concluded, rate_b = row.cells
    few = is_few(rate_a) or is_few(rate_b)
    return [row.label, row.note, accepted.numerator.count, rate_a.numerator.count, _percent(rate_a),
            concluded.numerator.count, rate_b.numerator.count, _percent(rate_b),
            _("Fewer than %(few)d: too few to compare") % {"few": FEW} if few else ""]


def _percent(rate: Cell):
    return NONE if rate.value is None else rate.value


def _ratio(rate: Cell) -> str:
    return f"{rate.numerator.count}/{rate.denominator.count}"
