"""One case: for its team all but the persons' data, for supervisors the outline. Each opening is on record."""

from django.db.models import Prefetch
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404, may
from shuangliu.pages.access import allows
from shuangliu.protection import reveals

from .. import openings
from ..cards import cards_for
from ..deeds import deeds_for
from ..history import history
from ..models import Case, Round, Session
from ..models.limits import BESIDE
from ..offered import MOST, by_subject, likely, main_of
from ..timing.clocks import clocks_of


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
    next_ones = likely(case, deeds)
    others = [deed for deed in deeds if deed not in next_ones]
    cards = cards_for(request.user, case, is_readable=is_readable, deeds=others)
    of_facts = [deed for deed in others if deed.card == "facts"]
    placed = {deed.act for _template, card in cards for deed in card["deeds"]} | {deed.act for deed in of_facts}
    rarer = [deed for deed in others if deed.act not in placed]
    if len(next_ones) + len(rarer) <= MOST:
        next_ones, rarer = next_ones + rarer, []
    shown = any(card.get("reveal") for _template, card in cards)
    return reveals.private(render(request, "mediation/case_detail.html", {
        "case": case, "is_readable": is_readable,
        "clock": next((clock for clock in clocks_of(case) if clock.kind not in BESIDE), None),
        "entries": history(case, told=is_readable, private=may(request.user, "case.private", case)), "cards": cards,
        "deeds": next_ones, "main": main_of(next_ones), "of_facts": of_facts, "more": by_subject(rarer),
    }), shown)
