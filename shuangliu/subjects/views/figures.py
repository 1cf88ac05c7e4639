"""/subjects/figures/: how many asked what in a year. No request and no person."""

from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from shuangliu.pages.access import allows

from .. import figures


@require_safe
@allows("subject.figures")
def subject_figures(request):
    """`?year=`."""
    this = localdate().year
    said = request.GET.get("year") or str(this)
    if not (said.isascii() and said.isdigit() and 2010 <= int(said[:4]) <= this and len(said) == 4):
        raise BadRequest("no such year")
    year = int(said)
    return render(request, "subjects/subject_figures.html", {
        "figures": figures.of_year(request.user, year), "year": year, "before": year - 1 if year > 2010 else None,
        "after": year + 1 if year < this else None})
