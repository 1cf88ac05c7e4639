"""A page for each act: what it means, what it asks, and the doing of it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from .. import actions
from ..forms import RevealForm
from ..models import Case, TimeLimit
from ..models.limits import Kind
from ..steps import STEPS, take_step

GET_AND_POST = require_http_methods(["GET", "POST"])


@GET_AND_POST
@allows("case.accept")
def case_accept(request, pk):
    return act_page(request, pk, "accept", _("Accepted. The time limit runs."),
                    limit=lambda case: TimeLimit.objects.of(Kind.MEDIATE, case.category))


@GET_AND_POST
@allows("case.refuse")
def case_refuse(request, pk):
    return act_page(request, pk, "refuse", _("The case was not accepted."))


@GET_AND_POST
@allows("case.assign")
def case_assign(request, pk):
    return act_page(request, pk, "assign", _("The mediator has the case now."))


@GET_AND_POST
@allows("case.reassign")
def case_reassign(request, pk):
    return act_page(request, pk, "reassign", _("The mediator has the case now."))


@GET_AND_POST
@allows("case.session")
def case_session(request, pk):
    return act_page(request, pk, "session", _("The session is recorded."))


@GET_AND_POST
@allows("case.agree")
def case_agree(request, pk):
    return act_page(request, pk, "agree", _("The agreement is recorded."))


@GET_AND_POST
@allows("case.fail")
def case_fail(request, pk):
    return act_page(request, pk, "fail", _("The end of mediation is recorded."))


@never_cache
@GET_AND_POST
@allows("case.reveal")
def case_reveal(request, pk):
    """Personal data in clear, on the answer to a stated purpose and nowhere else."""
    case = get_or_404(Case, pk, user=request.user, may="case.reveal", queryset=Case.objects.for_detail())
    form = RevealForm(request.POST or unsent.take(request), case=case)
    context = {"case": case, "form": form}
    if request.method == "POST" and form.is_valid():
        parties = actions.reveal_case(case, by=request.user, at=now(), **form.cleaned_data)
        context |= {"parties": parties, "purpose": form.cleaned_data["purpose"]}
        return render(request, "mediation/case_revealed.html", context)
    return render(request, "mediation/case_reveal.html", context, status=422 if request.method == "POST" else 200)


def act_page(request, pk, act, done, **extra):
    """Fetch what the person may do `act` to, ask, do it once, answer. Raises Http404, PermissionDenied, CaseMoved.

    `extra` names what the template prints besides, as functions of the case.
    """
    case = get_or_404(Case, pk, user=request.user, may=f"case.{act}", queryset=Case.objects.for_detail())
    actions.check(case, act)
    if request.method == "POST":
        form = take_step(act, case, request.POST, by=request.user, at=now())
        if form.is_valid():
            messages.success(request, done)
            return redirect(case)
    else:
        form = STEPS[act][0](unsent.take(request), case=case)
    context = {"case": case, "form": form, **{name: find(case) for name, find in extra.items()}}
    return render(request, f"mediation/case_{act}.html", context, status=422 if request.method == "POST" else 200)
