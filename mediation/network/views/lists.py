"""How many of what by town, the lists behind the numbers, and the lists as files."""

from collections import Counter

from django.core.exceptions import BadRequest
from django.db.models import Count
from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localtime, now
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds, scope_q
from grids.keys import truncate
from grids.models import Area, Level
from shuangliu import audit, spreadsheets
from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from ...views.lists import page_of
from ..forms import NetworkFilter
from ..parts import PARTS, Part, open_badge
from ..registers import RETIRABLE
from .places import places

ORDER = ("at_key", "id")
MOST = 50_000


@require_safe
@allows("network.view")
def network(request):
    """Numbers by town. What belongs to the whole county has a row of its own."""
    counts = {kind: _by_town(part, request.user) for kind, part in PARTS.items()}
    held = set().union(*counts.values())
    areas = Area.objects.filter(key__in=held) | towns_of(request.user)
    table = [(area, [(kind, counts[kind][area.key]) for kind in PARTS]) for area in areas.order_by("key")]
    totals = [(kind, part.label, sum(counts[kind].values())) for kind, part in PARTS.items()]
    return render(request, "mediation/network.html", {
        "table": table, "totals": totals, "places": places(request.user)})


def towns_of(user):
    return Area.objects.at(Level.TOWN).filter(scope_q(user, "network.view", "key"))


def _by_town(part: Part, user) -> Counter:
    counts = Counter()
    for key, number in part.rows(user).order_by().values_list(f"{part.path}__key").annotate(n=Count("pk")):
        counts[truncate(key, Level.TOWN)] += number
    return counts


@require_safe
@allows("network.view")
def network_list(request, kind):
    """What `NetworkFilter` says; `area` lies in the user's reach or is empty of rows."""
    part, form, area, rows = _asked(request, kind)
    page = page_of(rows, request, ORDER)
    headings, lines = [label for label, _cell in part.columns], []
    for row in page.rows:
        cells = [(label, cell(row)) for label, cell in part.columns]
        lines.append((row, part.url_of(row, request.user), cells, open_badge(row) if kind == "windows" else ""))
    return render(request, "mediation/network_list.html", {
        "part": part, "kind": kind, "parts": PARTS.items(), "area": area, "page": page, "lines": lines, "form": form,
        "towns": towns_of(request.user), "headings": headings, "may_export": holds(request.user, "network.export"),
        "may_add": kind in RETIRABLE and holds(request.user, "network.edit"),
    }, status=422 if form.errors else 200)


@require_safe
@allows("network.export")
def network_export(request, kind):
    """`?format=csv|xlsx` and what the list was asked. The file is whole before it is sent."""
    sort = request.GET.get("format", "csv")
    if sort not in spreadsheets.FORMATS:
        raise BadRequest("no such format")
    part, form, area, rows = _asked(request, kind)
    if form.errors:
        return network_list(request, kind)
    columns = [*part.columns, *part.more]
    written = [[row.name, *(_plain(cell(row)) for _label, cell in columns)]
               for row in keyset.walk(rows, order=ORDER, most=MOST)]
    headings = [str(part.name_label), *(str(label) for label, _cell in columns)]
    at = now()
    file = spreadsheets.write([spreadsheets.Sheet(str(part.label), headings, written)], sort)
    audit.record("network.exported", None, by=request.user, at=at, kind=kind, rows=len(written), format=sort,
                 area=area and area.code)
    return spreadsheets.download(file, str(part.label) + localtime(at).strftime(" %Y-%m-%d %H%M"), sort)


def _plain(value):
    """A cell of a file: days stay days, everything else is its text."""
    return value if value is None or hasattr(value, "isoformat") else str(value)


def _asked(request, kind) -> tuple:
    """The part, the form, the area and the rows that the address asks for: one rule for list and file."""
    part = PARTS.get(kind)
    if part is None:
        raise Http404
    rows, area, form = part.listed(request.user), None, NetworkFilter(request.GET)
    if not form.is_valid():
        return part, form, None, rows.none()
    asked = form.cleaned_data
    if asked["area"]:
        area = Area.objects.filter(code=asked["area"]).first()
        if area is None:
            raise Http404
        rows = rows.directly_at(area) if asked["only"] else rows.within(area)
    for word in asked["q"].split():
        rows = rows.filter(name__icontains=word)
    return part, form, area, rows
