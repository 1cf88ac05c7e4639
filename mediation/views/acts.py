"""A page for each act: GET asks, POST does. They differ in their deed only."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404, may
from shuangliu.attachments.forms import status
from shuangliu.pages import drafts, unsent
from shuangliu.pages.access import allows

from .. import actions, openings
from ..after.room import why_not
from ..deeds import DEEDS, Deed, is_due, take
from ..models import Case

GET_AND_POST = require_http_methods(["GET", "POST"])


def act_view(deed: Deed):
    """The page of one act: /mediation/cases/<pk>/<act>/."""

    @GET_AND_POST
    @allows(f"case.{deed.act}")
    def view(request, pk):
        return act_page(request, pk, deed)

    view.__name__ = view.__qualname__ = f"case_{deed.act.replace('-', '_')}"
    return view


def act_page(request, pk, deed: Deed):
    """Fetch what the person may do this to, ask, do it once, answer. Raises Http404, PermissionDenied, CaseMoved."""
    case = get_or_404(Case, pk, user=request.user, may=f"case.{deed.act}", queryset=Case.objects.for_detail())
    actions.check(case, deed.act)
    if not is_due(deed, case):
        raise actions.CaseMoved(why_not(deed.act, case), matter=case)
    if deed.opens:
        try:
            openings.note(case, by=request.user, at=now())
        except openings.PurposeWanted:
            return redirect("mediation:case-open", case.pk)
    draft = f"case-{case.pk}-{deed.act}" if deed.keeps_draft else ""
    if request.method == "POST":
        form = take(deed.act, case, request.POST, request.FILES, by=request.user, at=now())
        if form.is_valid():
            messages.success(request, deed.done)
            on = deed.then(request.user, case, form) or case
            response = redirect(on if _sees(request.user, case) else "mediation:case-list")
            return drafts.stored(response, draft) if draft else response
    else:
        form = deed.ask(unsent.take(request), case=case, by=request.user, initial=request.GET.dict())
    context = {"case": case, "deed": deed, "form": form, "draft": draft, **deed.facts(case),
               "is_readable": may(request.user, "case.read", case)}
    return render(request, deed.template, context, status=status(form) if request.method == "POST" else 200)


def _sees(user, case: Case) -> bool:
    """Whether it is still the user's: a mediator who hands a case up gives it away."""
    return Case.objects.visible_to(user).filter(pk=case.pk).exists()


ACT_VIEWS = {act: act_view(deed) for act, deed in DEEDS.items()}
