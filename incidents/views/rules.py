"""The rules by which incidents are dispatched, and what they would have done."""

from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from grids.trying import TryForm
from shuangliu.indicators.reading import percent
from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from .. import dryrun
from ..models import RoutingRule


@require_safe
@allows("rule.preview")
def rule_list(request):
    """The rules of one's areas by code; with `?rules=&days=` also their dry run on what one sees."""
    at = now()
    rules, today = RoutingRule.objects.known_to(request.user, "rule.preview").whole(), localdate(at)
    form = TryForm(request.GET if "days" in request.GET else None, known=rules.on(today))
    report = None
    if form.is_bound and form.is_valid():
        report = dryrun.run(request.user, form.chosen(), form.since(at))
    page = keyset.page(rules, order=("code",), after=request.GET.get("after"))
    for rule in page.rows:
        rule.hit = report.hits.get(rule.pk) if report else None
        rule.standing = rule.standing_on(today)
    rates = report and {"agreement": percent(report.verdicts["same"], report.decided),
                        "accuracy": percent(report.right, report.dispatched)}
    context = {"page": page, "form": form, "report": report, "rates": rates}
    return render(request, "incidents/rule_list.html", context, status=422 if form.errors else 200)

