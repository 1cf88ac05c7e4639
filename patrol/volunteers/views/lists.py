"""/patrol/volunteers/: the list, looking somebody up, and the list as a file."""

from django.core.exceptions import BadRequest
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import holds
from shuangliu import audit, spreadsheets
from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from .. import exports
from ..finding import find
from ..forms import TABS, VolunteerFilter
from ..models import Volunteer

ORDER = ("-id",)


@require_safe
@allows("volunteer.view")
def volunteer_list(request):
    """`?tab=`, the filters of VolunteerFilter, `?after=`."""
    form, rows = _asked(request)
    page = keyset.page(rows.for_list(), order=ORDER, after=request.GET.get("after"))
    return render(request, "patrol/volunteers/volunteer_list.html", {
        "page": page, "form": form, "tabs": TABS, "today": localdate(),
        "may_enter": holds(request.user, "volunteer.enter"), "may_export": holds(request.user, "volunteer.export"),
    }, status=422 if form.errors else 200)


@require_safe
@allows("volunteer.export")
def volunteer_export(request):
    """`?format=csv|xlsx` and what the list was asked: masked, and without minors."""
    kind = request.GET.get("format", "xlsx")
    if kind not in spreadsheets.FORMATS:
        raise BadRequest("no such format")
    form, rows = _asked(request)
    if form.errors:
        return volunteer_list(request)
    at = now()
    export = exports.Export(rows, ORDER, today=localdate(at))
    file = spreadsheets.write([export.sheet()], kind)
    audit.record("volunteer.exported", None, by=request.user, at=at, rows=export.count, format=kind, tab=form.tab)
    return spreadsheets.download(file, _("Volunteers") + localtime(at).strftime(" %Y-%m-%d %H%M"), kind)


@never_cache
@require_http_methods(["GET", "POST"])
@allows("volunteer.view")
def volunteer_search(request):
    """By POST: numbers of persons belong into no log of addresses."""
    typed = request.POST.get("q", "").strip()
    if request.method == "GET" or not typed:
        return redirect("patrol:volunteer-list")
    found = find(typed, by=request.user, at=now())
    if len(found) == 1:
        return redirect(found[0])
    return render(request, "patrol/volunteers/volunteer_found.html", {"rows": found, "typed": typed})


def _asked(request):
    form = VolunteerFilter(request.GET, user=request.user)
    return form, form.narrow(Volunteer.objects.of_desk(request.user))
