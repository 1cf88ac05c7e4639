"""The rules by which disputes go to mediators, and what they would have done."""

from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from grids.models import Level
from grids.trying import TryForm
from shuangliu.indicators.reading import percent
from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from ..models import MediationRoute
from . import preview


@require_safe
@allows("route.preview")
def route_list(request):
    """The rules of one's areas by code; with `?rules=&days=` also their dry run on what one sees."""
    at = now()
    rules, today = MediationRoute.objects.known_to(request.user, "route.preview").whole(), localdate(at)
    form = TryForm(request.GET if "days" in request.GET else None, known=rules.on(today))
    report = None
    if form.is_bound and form.is_valid():
        report = preview.run(request.user, form.chosen(), form.since(at))
    page = keyset.page(rules, order=("code",), after=request.GET.get("after"))
    for rule in page.rows:
        rule.hit = report.hits.get(rule.pk) if report else None
        rule.standing = rule.standing_on(today)
    context = {"page": page, "form": form, "report": report}
    if report:
        context |= {"agreement": percent(report.verdicts["same"], report.decided),
                    "levels": [(Level(level).label, n) for level, n in report.levels.most_common()]}
    return render(request, "mediation/routing/route_list.html", context, status=422 if form.errors else 200)
