"""One case: for its team all but the persons' data, for supervisors the outline. Each opening is on record."""

from django.db.models import Prefetch
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404, may
from shuangliu import deadlines
from shuangliu.pages.access import allows

from .. import openings
from ..cards import cards_for
from ..deeds import deeds_for
from ..history import history
from ..models import Case, Round, Session


@require_safe
@allows("case.view")
def case_detail(request, pk):
    rounds = Round.objects.select_related(
        "org", "mediator", "center__area", "route__category", "route__area", "route__org").prefetch_related(
        Prefetch("sessions", Session.objects.select_related("by")))
    rows = Case.objects.for_detail().prefetch_related(
        Prefetch("rounds", rounds), "parties__representatives", "parties__consents")
    case = get_or_404(Case, pk, user=request.user, may="case.view", queryset=rows)
    is_readable = may(request.user, "case.read", case)
    try:
        openings.note(case, by=request.user, at=now())
    except openings.PurposeWanted:
        return redirect("mediation:case-open", case.pk)
    return render(request, "mediation/case_detail.html", {
        "case": case, "is_readable": is_readable, "clock": deadlines.running(case).first(),
        "entries": history(case, told=is_readable), "deeds": deeds_for(request.user, case),
        "cards": cards_for(request.user, case, is_readable=is_readable),
    })
