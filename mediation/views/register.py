"""Writing down a new dispute."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from .. import actions
from ..forms import CaseForm, PartyFormSet
from ..screening import findings
from ..screening.results import link_case


@require_http_methods(["GET", "POST"])
@allows("case.register")
def case_new(request):
    """The form; with `add_party` the same with one row more, judged by nobody yet; else the case. `?finding=` fills in
    what screening found."""
    status, finding = 200, findings.asked(request)
    if request.method == "POST" and "add_party" not in request.POST:
        form, parties = CaseForm(request.POST, user=request.user), PartyFormSet(request.POST)
        if form.is_valid() & parties.is_valid():
            given = form.cleaned_data
            area = given.pop("area")
            with transaction.atomic():
                case = actions.register_case(**given, area_key=area.key, parties=parties.parties, by=request.user,
                                             at=now())
                if finding:
                    link_case(finding, case, by=request.user, at=now())
            messages.success(request, _("Registered as %(number)s.") % {"number": case.number})
            return redirect(case)
        status = 422
    elif typed := (request.POST or unsent.take(request)):
        form, parties = CaseForm(initial=typed.dict(), user=request.user), PartyFormSet.with_row_added(typed)
    else:
        form, parties = CaseForm(initial=findings.prefilled(finding), user=request.user), PartyFormSet()
    return render(request, "mediation/case_new.html", {"form": form, "parties": parties}, status=status)
