"""Analysis reports: drafted from the figures, written, signed twice, printed."""

from copy import copy

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grids.jurisdiction import get_or_404, holds, may, posts_for
from mediation.papers.actions import FORMATS
from shuangliu import audit
from shuangliu.pages import keyset, unsent
from shuangliu.pages.access import allows

from .. import actions
from ..forms import DraftForm, ReasonForm, ReportForm
from ..models import AnalysisReport
from ..paper import NOTE, file
from ..places import places

GET_AND_POST = require_http_methods(["GET", "POST"])
ROWS = AnalysisReport.objects.select_related("area", "drafted_by", "signed_by", "issued_by").defer("area__outline")
ORDER = ("-end", "-id")


@require_safe
@allows("analysis.view")
def analysis_list(request):
    reports = AnalysisReport.objects.visible_to(request.user).select_related("area").defer("figures", "area__outline")
    page = keyset.page(reports, order=ORDER, after=request.GET.get("after"))
    return render(request, "hotline/voices/analysis_list.html", {
        "tabs": places(request.user, "hotline:analysis-list"),
        "page": page, "may_draft": holds(request.user, "analysis.draft")})


@GET_AND_POST
@allows("analysis.draft")
def analysis_draft(request):
    form = DraftForm(unsent.typed(request), today=localdate())
    if request.method == "POST" and form.is_valid():
        (span, period), area = form.chosen, posts_for(request.user, "analysis.draft")[0].area
        report = actions.draft(by=request.user, at=now(), area=area, span=span, period=period, today=localdate())
        return redirect(report)
    return _form(request, form, _("Draft a report"), back="hotline:analysis-list")


@require_safe
@allows("analysis.view")
def analysis_detail(request, pk):
    report = _report(request, pk, "analysis.view")
    acts = {act.replace("-", "_"): may(request.user, f"analysis.{act}", report)
            for act in ("edit", "sign", "issue", "send-back")}
    return render(request, "hotline/voices/analysis_detail.html", {"report": report, "may": acts, "note": NOTE})


@require_safe
@allows("analysis.view")
def analysis_word(request, pk):
    report = _report(request, pk, "analysis.view")
    audit.record("analysis.exported", report, by=request.user, at=now())
    response = HttpResponse(file(report), content_type=FORMATS["word"][1])
    response.headers["Content-Disposition"] = f'attachment; filename="report-{report.start}.docx"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@GET_AND_POST
@allows("analysis.edit")
def analysis_edit(request, pk):
    report = _report(request, pk, "analysis.edit")
    form = ReportForm(unsent.typed(request), instance=copy(report))
    if request.method == "POST" and form.is_valid():
        actions.edit(report, by=request.user, at=now(), **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect(report)
    return _form(request, form, report.title, report=report)


@require_POST
@allows("analysis.edit")
def analysis_redraft(request, pk):
    report = _report(request, pk, "analysis.edit")
    actions.redraft(report, by=request.user, at=now(), today=localdate())
    messages.success(request, _("The figures are those of today; the text stayed as it was."))
    return redirect(report)


@require_POST
@allows("analysis.sign")
def analysis_sign(request, pk):
    report = _report(request, pk, "analysis.sign")
    actions.sign(report, by=request.user, at=now())
    messages.success(request, _("Signed. The county supervisor signs next."))
    return redirect(report)


@require_POST
@allows("analysis.issue")
def analysis_issue(request, pk):
    report = _report(request, pk, "analysis.issue")
    actions.issue(report, by=request.user, at=now())
    messages.success(request, _("Issued: nothing in it changes any more."))
    return redirect(report)


@GET_AND_POST
@allows("analysis.send-back")
def analysis_send_back(request, pk):
    report = _report(request, pk, "analysis.send-back")
    form = ReasonForm(unsent.typed(request))
    if request.method == "POST" and form.is_valid():
        actions.send_back(report, by=request.user, at=now(), **form.cleaned_data)
        messages.success(request, _("Sent back to the hotline."))
        return redirect(report)
    return _form(request, form, _("Send the report back"), report=report)


def _report(request, pk, act: str) -> AnalysisReport:
    return get_or_404(AnalysisReport, pk, user=request.user, may=act, queryset=ROWS.all())


def _form(request, form, title: str, *, report=None, back: str = ""):
    return render(request, "hotline/voices/form.html", {
        "form": form, "title": title, "report": report, "back": report.get_absolute_url() if report else back,
    }, status=422 if request.method == "POST" else 200)
