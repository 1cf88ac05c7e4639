"""The warning state of the points: a map, a list with the highest level first, and the same as a file."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from shuangliu.pages.access import allows
from shuangliu.spreadsheets import Sheet

from ..files import send
from ..forms import PointFilter
from ..states import by_level, spots, states
from .sections import sections


@require_safe
@allows("warning.view")
def point_list(request):
    """`?town=` a code, `?level=`, `?missed=on`."""
    form, found = asked(request)
    return render(request, "mediation/screening/point_list.html", {
        "sections": sections(request.user, "point-list"),
        "form": form, "found": found, "levels": by_level(found), "today": localdate(),
        "missed": sum(state.missed for state in found),
        "spots": spots(found, lambda pk: reverse("mediation:point-detail", args=[pk])),
    }, status=422 if form.errors else 200)


def asked(request) -> tuple:
    """The filter, and the points that fit what of it is understood."""
    form = PointFilter(request.GET, user=request.user)
    found = states(request.user, localdate())
    form.is_valid()
    chosen = form.cleaned_data
    return form, [
        state for state in found
        if chosen.get("town") in ("", None, state.town and state.town.code)
        and chosen.get("level") in ("", None, state.level) and (state.missed or not chosen.get("missed"))]


@require_safe
@allows("warning.view")
def point_export(request):
    _form, found = asked(request)
    headings = [_("Town (subdistrict)"), _("Area"), _("Screening point"), _("Screened by"), _("Warning level"),
                _("Because"), _("Reset until"), _("How often"), _("Screened last"), _("Due until"),
                _("Not done (30 days)")]
    rows = ([state.town and state.town.name, state.point.area.name, state.point.name, state.point.org.name,
             state.level.label, "；".join(map(str, state.reasons)), state.warning.reset_until,
             state.plan.get_every_display(), state.last, state.due, state.missed] for state in found)
    return send(request, Sheet(_("Warning state of the points"), headings, rows), "warning.exported", rows=len(found))
