"""/patrol/courtyards/money/: the programme's budget, what was planned and spent, town by town."""

from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.db.models import Count
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from grids.models import Area, Level
from shuangliu import spreadsheets
from shuangliu.pages.access import allows

from .. import exports
from ..models import Courtyard, Programme
from ..money import Line, Sums, sums, total
from .lists import asked, frame, send


@require_safe
@allows("courtyard.money")
def courtyard_money(request):
    """`?programme=`; and the filters of the list. Of a town one goes on to its courtyards."""
    form, programme, lines = _asked(request)
    whole = total(line.sums for line in lines)
    # What is left of the budget counts all grants, also those that this person does not see.
    used = programme and sums(Courtyard.objects.all(), "county_key", programme=programme)
    used = total(used.values()) if programme else Sums()
    return render(request, "patrol/courtyards/courtyard_money.html", {
        **frame(request, form), "way": "money", "lines": lines, "total": whole,
        "courtyards": sum(line.courtyards for line in lines), "programme": programme, "used": used,
        "programmes": Programme.objects.all(), "parts": _parts(programme, used)}, status=422 if form.errors else 200)


@require_safe
@allows("courtyard.money")
def courtyard_money_export(request):
    """`?format=csv|xlsx`: the table of the towns."""
    kind = request.GET.get("format", "xlsx")
    if kind not in spreadsheets.FORMATS:
        raise BadRequest("no such format")
    form, programme, lines = _asked(request)
    if form.errors:
        return courtyard_money(request)
    return send(request, exports.towns(lines), kind, "courtyard.money-exported",
                programme=programme.pk if programme else None)


def _asked(request):
    """Raises BadRequest for a programme that there is not."""
    form, rows = asked(request)
    programmes = {str(one.pk): one for one in Programme.objects.all()}
    chosen = request.GET.get("programme", "")
    if chosen not in {"", "all", *programmes}:
        raise BadRequest("no such programme")
    # The newest unless told otherwise: of it one asks first.
    programme = programmes.get(chosen) if chosen else next(iter(programmes.values()), None)
    return form, programme, _lines(rows, programme)


def _lines(rows, programme) -> list[Line]:
    counts = dict(rows.order_by().values_list("town_key").annotate(n=Count("pk")))
    found = sums(rows, "town_key", programme=programme)
    towns = {area.key: area for area in Area.objects.filter(key__in=counts, level=Level.TOWN).defer("outline")}
    return [Line(key, towns[key].name if key in towns else _("Outside every town"),
                 towns[key].code if key in towns else "", counts[key], found.get(key, Sums()))
            for key in sorted(counts)]


@dataclass(frozen=True)
class Part:
    """A part of the budget: in fen, and where on the bar it stands, in per cent."""

    name: str
    label: str
    amount: int
    begins: float
    share: float


def _parts(programme, used: Sums) -> list[Part]:
    """What of the budget is spent, granted and free."""
    if programme is None:
        return []
    waiting = max(used.granted - used.charged, 0)
    free = programme.budget - used.charged - waiting
    parts, begins = [], 0.0
    for name, label, amount in (("spent", _("Spent"), used.charged), ("granted", _("Granted, not spent yet"), waiting),
                                ("free", _("Still free"), free)):
        share = max(amount, 0) * 100 / programme.budget
        parts.append(Part(name, label, amount, begins, share))
        begins += share
    return parts
