"""/patrol/courtyards/<pk>/: all that is known of a courtyard, and what to do next; and its dossier as a PDF."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404, may
from shuangliu import attachments, audit, deadlines
from shuangliu.pages.access import allows
from shuangliu.protection import reveals

from .. import papers
from ..deeds import blocked, next_of, offered
from ..models import Charter, Courtyard, CourtyardReview, CourtyardSurvey, DefenceCheck, WorksItem
from ..money import Sums, sums
from ..states import CLOCK, Act, Stage
from ..trail import trail_of

SURVEYS = 3  # the newest are shown


@require_safe
@allows("courtyard.view")
def courtyard_detail(request, pk):
    at, user = now(), request.user
    courtyard = get_or_404(Courtyard, pk, user=user, may="courtyard.view", queryset=Courtyard.objects.for_detail())
    deeds, stage = offered(courtyard, user, at), CLOCK.get(courtyard.state)
    shown = reveals.open_for(user, courtyard, at)
    main = next_of(deeds, courtyard)
    page = render(request, "patrol/courtyards/courtyard_detail.html", {
        "courtyard": courtyard, "main": main, "deeds": [deed for deed in deeds if deed != main and not deed.rare],
        "rare": [deed for deed in deeds if deed.rare and deed != main], "blocked": blocked(courtyard, at),
        "clock": deadlines.running(courtyard, stage).first() if courtyard.due_at else None,
        "stage": stage and Stage(stage).label, "trail": trail_of(courtyard), "reveal": shown,
        "may_reveal": may(user, "courtyard.reveal", courtyard), "today": localdate(at),
        "seen_as": attachments.of(courtyard), **facts(courtyard),
        "may_progress": any(deed.act == Act.PROGRESS for deed in deeds),
    })
    return reveals.private(page, shown)


def facts(courtyard: Courtyard) -> dict:
    """Surveys, self-government, plans, works, acceptance and reviews, each with its files; so many queries whatever
    there is of each."""
    surveys = list(courtyard.surveys.select_related("by").prefetch_related("defences")[:SURVEYS])
    plans = list(courtyard.plans.select_related("programme", "acceptance__by", "endorsed_by", "approved_by")
                 .prefetch_related("items", "acceptance__defences"))
    reviews = list(courtyard.reviews.select_related("by"))
    charter = courtyard.charter
    committees = list(courtyard.committees.order_by("-id").prefetch_related("members"))
    current = plans[0] if plans else None
    acceptance = getattr(current, "acceptance", None)
    checks = [check for survey in surveys for check in survey.defences.all()]
    checks += list(acceptance.defences.all()) if acceptance else []
    items = list(current.items.all()) if current else []
    _attach(DefenceCheck, checks)
    _attach(CourtyardSurvey, surveys)
    _attach(WorksItem, items)
    _attach(CourtyardReview, reviews)
    _attach(Charter, [charter] if charter else [])
    return {
        "surveys": surveys, "survey": surveys[0] if surveys else None, "plans": plans, "plan": current, "items": items,
        "acceptance": acceptance, "reviews": reviews, "charter": charter,
        "committee": next((one for one in committees if one.voted_on), None),
        "candidates": next((one for one in committees if not one.voted_on), None),
        "upkeep": courtyard.upkeeps.order_by("-id").first(),
        "money": sums(Courtyard.objects.filter(pk=courtyard.pk), "pk").get(courtyard.pk, Sums()),
    }


def _attach(model, rows) -> None:
    """`files` of each row, by one query for all."""
    files = attachments.of_all(model, [row.pk for row in rows]) if rows else {}
    for row in rows:
        row.files = files.get(row.pk, [])


@require_safe
@allows("courtyard.view")
def courtyard_dossier(request, pk):
    """One courtyard on paper, from the survey to the last review; the committee masked."""
    courtyard = get_or_404(Courtyard, pk, user=request.user, may="courtyard.view",
                           queryset=Courtyard.objects.for_detail())
    content = papers.dossier(courtyard, facts(courtyard), on=localdate())
    audit.record("courtyard.printed", courtyard, by=request.user, at=now())
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{courtyard.number}.pdf"'
    return response
