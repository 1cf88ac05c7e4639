"""/patrol/courtyards/: the same courtyards as a list, a board by states, and a map; one filter for all."""

from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds
from shuangliu import audit, spreadsheets
from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from .. import board, exports
from ..forms import CourtyardFilter
from ..models import Courtyard
from ..money import sums

BY_DUE, NEWEST = ("due_at", "id"), ("-id",)
MANY = 100  # more are 99+


def asked(request, rows=None) -> tuple:
    """The filter and what it leaves: one rule for all views and the export."""
    form = CourtyardFilter(request.GET, user=request.user)
    return form, form.narrow(Courtyard.objects.visible_to(request.user) if rows is None else rows)


def frame(request, form) -> dict:
    """What all views of the courtyards show: the ways between them, and what one may do."""
    user = request.user
    ways = [("waiting", _("To act on"), f"{reverse('patrol:courtyard-list')}?tab=waiting"),
            ("list", _("All courtyards"), reverse("patrol:courtyard-list")),
            ("board", _("By state"), reverse("patrol:courtyard-board")),
            ("map", _("Map"), reverse("patrol:courtyard-map"))]
    if holds(user, "courtyard.money"):
        ways.append(("money", _("Money"), reverse("patrol:courtyard-money")))
    waiting = Courtyard.objects.waiting_for(user).order_by(*BY_DUE)[:MANY].count()
    return {"form": form, "ways": ways, "waiting": waiting, "may_enter": holds(user, "courtyard.enter"),
            "may_export": holds(user, "courtyard.export")}


@require_safe
@allows("courtyard.view")
def courtyard_list(request):
    """`?tab=waiting`, the filters of CourtyardFilter, `?after=`."""
    is_waiting = request.GET.get("tab") == "waiting"
    form, rows = asked(request, Courtyard.objects.waiting_for(request.user) if is_waiting else None)
    page = keyset.page(rows.for_list(), order=BY_DUE if is_waiting else NEWEST, after=request.GET.get("after"))
    money = sums(Courtyard.objects.filter(pk__in=[one.pk for one in page.rows]), "pk") if page.rows else {}
    for courtyard in page.rows:
        courtyard.money = money.get(courtyard.pk)
    return render(request, "patrol/courtyards/courtyard_list.html", {
        **frame(request, form), "page": page, "way": "waiting" if is_waiting else "list"},
        status=422 if form.errors else 200)


@require_safe
@allows("courtyard.view")
def courtyard_board(request):
    """A column for each state, those due first on top."""
    form, rows = asked(request)
    return render(request, "patrol/courtyards/courtyard_board.html", {
        **frame(request, form), "columns": board.columns(rows), "way": "board"}, status=422 if form.errors else 200)


@require_safe
@allows("courtyard.view")
def courtyard_map(request):
    """Each where it is, in the tone of its state."""
    form, rows = asked(request)
    spots, not_drawn = board.spots(rows)
    return render(request, "patrol/courtyards/courtyard_map.html", {
        **frame(request, form), "spots": spots, "not_drawn": not_drawn, "way": "map"},
        status=422 if form.errors else 200)


@require_safe
@allows("courtyard.export")
def courtyard_export(request):
    """`?format=csv|xlsx` and what the list was asked. The file is whole before it is sent."""
    kind = request.GET.get("format", "xlsx")
    if kind not in spreadsheets.FORMATS:
        raise BadRequest("no such format")
    form, rows = asked(request)
    if form.errors:
        return courtyard_list(request)
    return send(request, exports.courtyards(rows), kind, "courtyard.exported",
                filters={name: form.data[name] for name in form.fields if form.data.get(name)})


def send(request, sheet, kind: str, verb: str, **detail):
    """A table as a file, with an entry in the log."""
    at, file = now(), spreadsheets.write([sheet], kind)
    audit.record(verb, None, by=request.user, at=at, format=kind, **detail)
    return spreadsheets.download(file, sheet.name + localtime(at).strftime(" %Y-%m-%d %H%M"), kind)
