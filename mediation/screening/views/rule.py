"""The rule of the warning levels: what holds now, in words; and another version, with what it would change."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import may
from mediation.models import ScreeningPoint
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from .. import rules
from ..forms import RuleForm
from ..models import WarningRule
from ..rule import RAISING, Measure
from .sections import sections


@require_safe
@allows("screening.view")
def warning_rule(request):
    today = localdate()
    rule = WarningRule.objects.in_force(today)
    versions = WarningRule.objects.select_related("set_by").prefetch_related("thresholds")
    return render(request, "mediation/screening/warning_rule.html", {
        "sections": sections(request.user, "warning-rule"),
        "rule": rule, "rows": rows_of(rule.table) if rule else [], "measures": list(Measure), "today": today,
        "versions": versions, "may_change": rule is not None and may(request.user, "warning.rule", rule)})


def rows_of(table) -> list[tuple]:
    """Each level, the highest first: its number for each measure, None where it plays no part."""
    return [(level, [table.get(level, {}).get(measure) for measure in Measure]) for level in reversed(RAISING)]


@require_http_methods(["GET", "POST"])
@allows("warning.rule")
def warning_rule_new(request):
    """The form; with `preview` the same and what the rule would change today; else the new version."""
    rule = WarningRule.objects.in_force(localdate())
    if rule is None:
        return redirect("mediation:warning-rule")
    if not may(request.user, "warning.rule", rule):
        raise PermissionDenied
    form = RuleForm(request.POST or unsent.take(request), table=rule.table)
    seen, is_asked = None, request.method == "POST" and "preview" in request.POST
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if not is_asked:
            new = rules.set_rule(rule.area, by=request.user, at=now(), table=form.table, reason=given["reason"],
                                 valid_from=given["valid_from"])
            messages.success(request, _("Version %(n)s of the rule is set.") % {"n": new.version})
            return redirect("mediation:warning-rule")
        points = ScreeningPoint.objects.active().select_related("area").defer("area__outline")
        seen = rules.preview(form.table, points, localdate())
    return render(request, "mediation/screening/warning_rule_new.html", {
        "form": form, "measures": list(Measure), "preview": seen, "rule": rule,
    }, status=422 if (request.method == "POST" and not is_asked) or form.errors else 200)
