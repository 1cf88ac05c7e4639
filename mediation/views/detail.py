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
from ..models.limits import BESIDE


@require_safe
@allows("case.view")
def case_detail(request, pk):
    rounds = Round.objects.select_related(
        "org", "mediator", "center__area", "route__category", "route__area", "route__org").prefetch_related(
        Prefetch("sessions", Session.objects.select_related("by").prefetch_related("present", "addenda__by")))
    rows = Case.objects.for_detail().prefetch_related(
        Prefetch("rounds", rounds), "parties__representatives", "parties__consents")
    case = get_or_404(Case, pk, user=request.user, may="case.view", queryset=rows)
    is_readable = may(request.user, "case.read", case)
    try:
        openings.note(case, by=request.user, at=now())
    except openings.PurposeWanted:
        return redirect("mediation:case-open", case.pk)
    deeds = deeds_for(request.user, case)
    cards = cards_for(request.user, case, is_readable=is_readable, deeds=deeds)
    placed = {deed.act for _template, card in cards for deed in card["deeds"]}
    return render(request, "mediation/case_detail.html", {
        "case": case, "is_readable": is_readable, "clock": deadlines.running(case).exclude(kind__in=BESIDE).first(),
        "entries": history(case, told=is_readable, private=may(request.user, "case.private", case)), "cards": cards,
        "deeds": [deed for deed in deeds if not deed.card],
        "more": [deed for deed in deeds if deed.card and deed.act not in placed],
    })
