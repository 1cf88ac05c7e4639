"""The list and the money as files."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from shuangliu.pages import keyset
from shuangliu.spreadsheets import Sheet

from .models import Courtyard
from .money import Line, Sums, sums, total

MOST = 50_000
ORDER = ("-id",)


def courtyards(rows) -> Sheet:
    return Sheet(_("Courtyards"), [
        _("Number"), _("name of the courtyard"), _("address"), _("Area"), _("State"), _("Lacks"), _("no guard"),
        _("no property manager"), _("no organisation"), _("Number of households"), _("Number of residents"),
        _("surveyed on"), _("Due at"), _("relapsed at"), *_money_headings()], _rows(rows))


def _rows(rows) -> Iterator[list]:
    page: list[Courtyard] = []
    for courtyard in keyset.walk(rows.for_list(), order=ORDER, most=MOST):
        page.append(courtyard)
        if len(page) == 500:
            yield from _cells(page)
            page = []
    yield from _cells(page)


def _cells(page: list[Courtyard]) -> Iterator[list]:
    money = sums(Courtyard.objects.filter(pk__in=[one.pk for one in page]), "pk") if page else {}
    for one in page:
        yield [one.number, one.name, one.address, one.area.name, one.get_state_display(), one.lacks,
               not one.has_guard, not one.has_property_mgmt, not one.has_organisation, one.households, one.residents,
               one.surveyed_on, one.due_at, one.relapsed_at, *_yuan(money.get(one.pk, Sums()))]


def towns(lines: list[Line]) -> Sheet:
    rows = [[line.name, line.courtyards, *_yuan(line.sums)] for line in lines]
    rows.append([_("Total"), sum(line.courtyards for line in lines), *_yuan(total(line.sums for line in lines))])
    return Sheet(_("Money for courtyards"), [_("Town"), _("Number of courtyards"), *_money_headings()], rows)


def _money_headings() -> list[str]:
    return [_("Granted by the programme (yuan)"), _("Budget of the plans (yuan)"), _("Items as planned (yuan)"),
            _("Spent (yuan)"), _("Of that from the programme (yuan)")]


def _yuan(sums: Sums) -> list:
    return [Decimal(fen).scaleb(-2) for fen in (sums.granted, sums.budget, sums.planned, sums.spent, sums.charged)]
