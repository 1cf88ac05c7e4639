"""/residents/care/figures/: how often each help was asked for; small numbers are not shown."""

from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from grids.jurisdiction import posts_for
from grids.keys import truncate
from shuangliu.pages.access import allows

from .. import figures


@require_safe
@allows("care.figures")
def care_figures(request):
    """`?year=`, the running one or one of the two before."""
    today, given = localdate(), request.GET.get("year", "")
    years = figures.years(today)
    if given and given not in map(str, years):
        raise BadRequest("no such year")
    year = int(given) if given else today.year
    county = truncate(posts_for(request.user, "care.figures")[0].area.key, "county")
    return render(request, "residents/care/figures.html", {
        "lines": figures.lines(county, year, today=today), "year": year, "years": years, "least": figures.LEAST})
