"""Writing a result, within a minute and on the street; and taking it back."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404
from shuangliu import audit
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from .. import results
from ..forms import NOTHING, SOMETHING, FindingFormSet, ResultForm
from ..history import lines
from ..models import Screening

GET_AND_POST = require_http_methods(["GET", "POST"])


def screening_of(request, pk, act: str) -> Screening:
    rows = Screening.objects.select_related("point__plan", "point__org", "point__area").defer("point__area__outline")
    screening = get_or_404(Screening, pk, user=request.user, may=act, queryset=rows)
    results.check(screening, now())
    return screening


@GET_AND_POST
@allows("screening.write")
def screening_write(request, pk):
    """The form; with `add_row` the same with one row more, judged by nobody yet; else the result."""
    screening = screening_of(request, pk, "screening.write")
    registered = list(screening.findings.exclude(case=None).select_related("category", "case"))
    status = 200
    if request.method == "POST" and "add_row" not in request.POST:
        form, rows = ResultForm(request.POST), FindingFormSet(request.POST)
        if _is_whole(form, rows, bool(registered)):
            screening.version = form.cleaned_data["version"]
            results.write_result(screening, by=request.user, at=now(), findings=rows.found)
            messages.success(request, _("Written down: no dispute found.") if not screening.found else
                             _("Written down: %(n)s disputes found.") % {"n": screening.found})
            seen = "?incident=1" if form.cleaned_data["is_incident"] else ""
            return redirect(reverse("mediation:point-detail", args=[screening.point_id]) + seen)
        status = 422
    elif typed := (request.POST or unsent.take(request)):
        form, rows = ResultForm(initial=typed.dict()), FindingFormSet.with_row_added(typed)
    else:
        form, rows = _stored(screening, bool(registered))
    return render(request, "mediation/screening/screening_write.html", {
        "screening": screening, "form": form, "rows": rows, "registered": registered,
        "is_late": screening.ends_on < localdate(), "history": lines(audit.history(screening)),
    }, status=status)


def _stored(screening: Screening, has_cases: bool) -> tuple:
    """The form as the result stands, or empty."""
    found = [{"category": one.category_id, "text": one.text} for one in screening.findings.unregistered()]
    outcome = None if not screening.is_done else SOMETHING if found or has_cases else NOTHING
    return (ResultForm(initial={"outcome": outcome, "version": screening.version}),
            FindingFormSet.showing(found, more=0))


def _is_whole(form: ResultForm, rows: FindingFormSet, has_cases: bool) -> bool:
    """Do answer and rows agree? What does not is said at the answer."""
    if not (form.is_valid() & rows.is_valid()):
        return False
    outcome = form.cleaned_data["outcome"]
    if outcome == NOTHING and (rows.found or has_cases):
        form.add_error("outcome", _("You wrote down a dispute below. Please choose “Disputes found”, or empty the "
                                    "rows."))
    elif outcome == SOMETHING and not rows.found and not has_cases:
        form.add_error("outcome", _("Please say below what each dispute is about."))
    return not form.errors


@GET_AND_POST
@allows("screening.take-back")
def screening_take_back(request, pk):
    screening = screening_of(request, pk, "screening.take-back")
    if request.method == "POST":
        results.take_back_result(screening, by=request.user, at=now())
        messages.success(request, _("The result was taken back."))
        return redirect("mediation:point-detail", screening.point_id)
    return render(request, "mediation/screening/screening_take_back.html", {"screening": screening})
