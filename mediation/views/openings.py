"""Why one opens a case, and who has opened it."""

from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import get_or_404
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from .. import openings
from ..forms import OpenForm
from ..models import Case
from .lists import page_of


@never_cache
@require_http_methods(["GET", "POST"])
@allows("case.read")
def case_open(request, pk):
    """A manager or an auditor says why, once a day for each case; nothing of it is shown before."""
    case = get_or_404(Case, pk, user=request.user, may="case.read", queryset=Case.objects.for_detail())
    form = OpenForm(request.POST or unsent.take(request), case=case)
    if request.method == "POST" and form.is_valid():
        openings.open_case(case, by=request.user, at=now(), **form.given())
        return redirect(case)
    return render(request, "mediation/case_open.html", {"case": case, "form": form},
                  status=422 if request.method == "POST" else 200)


@require_safe
@allows("case.openings")
def case_openings(request, pk):
    """Who opened the case or looked at personal data, when and why; newest first."""
    case = get_or_404(Case, pk, user=request.user, may="case.openings", queryset=Case.objects.for_detail())
    page = page_of(openings.of(case), request, ("-id",))
    openings.told(page.rows)
    return render(request, "mediation/case_openings.html", {"case": case, "page": page})
