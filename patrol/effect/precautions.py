"""/patrol/precautions/: what was done, and the months before and after."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grids.jurisdiction import get_or_404, holds, may
from shuangliu.pages import keyset, unsent
from shuangliu.pages.access import allows

from . import actions
from .comparing import compare
from .forms import PrecautionForm
from .models import Precaution

ROWS = Precaution.objects.select_related("area", "recorded_by").defer("area__outline")


@require_safe
@allows("precaution.view")
def precaution_list(request):
    page = keyset.page(ROWS.visible_to(request.user), order=("-begun_on", "-id"), after=request.GET.get("after"))
    return render(request, "patrol/effect/precaution_list.html", {
        "page": page, "may_record": holds(request.user, "precaution.record")})


@require_http_methods(["GET", "POST"])
@allows("precaution.record")
def precaution_record(request):
    form = PrecautionForm(unsent.typed(request), user=request.user)
    if request.method == "POST" and form.is_valid():
        made = actions.record(by=request.user, at=now(), **form.cleaned_data)
        messages.success(request, _("Recorded. Its effect shows as months go by."))
        return redirect(made)
    return render(request, "patrol/effect/precaution_record.html", {"form": form},
                  status=422 if request.method == "POST" else 200)


@require_safe
@allows("precaution.view")
def precaution_detail(request, pk):
    row = get_or_404(Precaution, pk, user=request.user, may="precaution.view", queryset=ROWS)
    return render(request, "patrol/effect/precaution_detail.html", {
        "precaution": row, "comparison": compare(row, today=localdate()),
        "may_withdraw": row.withdrawn_on is None and may(request.user, "precaution.withdraw", row)})


@require_POST
@allows("precaution.withdraw")
def precaution_withdraw(request, pk):
    row = get_or_404(Precaution, pk, user=request.user, may="precaution.withdraw")
    actions.withdraw(row, by=request.user, at=now(), day=localdate())
    messages.success(request, _("Withdrawn."))
    return redirect(row)
