"""/patrol/agreements/results/: what came of the agreements, and the same as a file."""

from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds
from shuangliu import audit, spreadsheets
from shuangliu.pages.access import allows

from .. import results
from ..forms import ResultFilter


@require_safe
@allows("agreement.view")
def agreement_results(request):
    """`?term=running|<year>&by=town|community`."""
    form, rows = _asked(request)
    return render(request, "patrol/agreements/agreement_results.html", {
        "form": form, "rows": rows, "total": results.total(rows),
        "may_export": holds(request.user, "agreement.export")})


@require_safe
@allows("agreement.export")
def agreement_results_export(request):
    """`?format=csv|xlsx` and what the page was asked. Raises BadRequest."""
    kind = request.GET.get("format", "xlsx")
    if kind not in spreadsheets.FORMATS:
        raise BadRequest("no such format")
    at = now()
    form, rows = _asked(request)
    term, by = form.chosen
    audit.record("agreement.export", None, by=request.user, at=at, term=term, level=by, rows=len(rows), format=kind)
    name = _("Results of four-party agreements") + localtime(at).strftime(" %Y-%m-%d")
    return spreadsheets.download(spreadsheets.write([results.sheet(rows)], kind), name, kind)


def _asked(request) -> tuple[ResultFilter, list[results.Result]]:
    form = ResultFilter(request.GET, years=results.years(request.user))
    term, by = form.chosen
    return form, results.by_area(results.chosen(request.user, term), by)
