"""/protection/exports/: asking for personal data in a file, deciding, fetching."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grids.jurisdiction import get_or_404, holds, may
from shuangliu import spreadsheets
from shuangliu.pages import keyset, unsent
from shuangliu.pages.access import allows

from .. import exports
from ..exports.actions import Nothing, TooMany
from ..forms import AskForm, DecideForm
from ..models import ExportRequest

TABS = {"decide": gettext_lazy("For my decision"), "mine": gettext_lazy("Asked by me"), "all": gettext_lazy("All")}


@require_safe
@allows("export.view")
def export_list(request):
    """`?tab=decide|mine|all`, newest first, `?after=`; a tab for each of what the person may do."""
    user, rows = request.user, ExportRequest.objects
    offered = {"decide": holds(user, "export.decide"), "mine": holds(user, "export.ask"),
               "all": holds(user, "export.oversee")}
    tabs = {name: label for name, label in TABS.items() if offered[name]}
    tab = request.GET.get("tab") or next(iter(tabs))
    if tab not in tabs:
        raise BadRequest("no such tab")
    rows = {"decide": rows.waiting_for, "mine": lambda one: rows.filter(by=one.pk), "all": rows.visible_to}[tab](user)
    page = keyset.page(rows.select_related("by"), order=("-id",), after=request.GET.get("after"))
    return render(request, "protection/export_list.html", {
        "page": page, "tab": tab, "tabs": tabs.items(), "may_ask": bool(exports.exporters_for(user))})


@require_http_methods(["GET", "POST"])
@allows("export.ask")
def export_ask(request):
    """`?what=` one of what the person may export; without it the choice."""
    offered = {one.name: one for one in exports.exporters_for(request.user)}
    what = request.GET.get("what", "")
    if not what:
        return render(request, "protection/export_choose.html", {"offered": offered.values()})
    if what not in offered:
        raise Http404
    exporter, typed = offered[what], unsent.typed(request)
    chosen, form, code = exporter.form(typed), AskForm(typed, columns=exporter.columns), 200
    if request.method == "POST":
        code = 422
        if all([chosen.is_valid(), form.is_valid()]):
            given = form.cleaned_data
            try:
                made = exports.ask(
                    by=request.user, at=now(), uuid=given["uuid"], what=what, chosen=chosen.cleaned_data,
                    filters={name: chosen.data[name] for name in chosen.fields if chosen.data.get(name)},
                    fields=given["fields_in_clear"], purpose=given["purpose"], words=given["words"],
                    recipient=given["recipient"])
                messages.success(request, _("Asked. You hear as soon as somebody has decided."))
                return redirect(made)
            except (TooMany, Nothing) as error:
                chosen.add_error(None, str(error))
    return render(request, "protection/export_ask.html", {"exporter": exporter, "chosen": chosen, "form": form},
                  status=code)


@never_cache
@require_safe
@allows("export.view")
def export_detail(request, pk):
    return _page(request, _found(request, pk, "export.view"), DecideForm(), 200)


@require_POST
@allows("export.decide")
def export_decide(request, pk):
    asked = _found(request, pk, "export.decide")
    form = DecideForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, form, 422)
    if form.cleaned_data["verdict"] == "approve":
        exports.approve(asked, by=request.user, at=now())
        messages.success(request, _("Approved. The file is made now."))
    else:
        exports.refuse(asked, by=request.user, at=now(), reason=form.cleaned_data["reason"])
        messages.success(request, _("Refused."))
    return redirect(asked)


@require_POST
@allows("export.fetch")
def export_fetch(request, pk):
    """By POST: a file that is counted is not fetched by looking at a link."""
    asked = _found(request, pk, "export.fetch")
    content = exports.fetch(asked, by=request.user, at=now())
    return spreadsheets.download(content, asked.number, "xlsx")


def _found(request, pk, act: str) -> ExportRequest:
    rows = ExportRequest.objects.select_related("by", "decided_by")
    return get_or_404(ExportRequest, pk, user=request.user, may=act, queryset=rows)


def _page(request, asked: ExportRequest, form, code: int):
    exporter = exports.get(asked.what)
    chosen = exporter.form(asked.filters)
    return render(request, "protection/export_detail.html", {
        "asked": asked, "exporter": exporter, "form": form, "at": now(),
        "chosen": [(field.label, field.value()) for field in chosen if field.value()],
        "columns": [column.label for column in exporter.columns if column.name in asked.fields],
        "may_decide": asked.state == asked.State.ASKED and may(request.user, "export.decide", asked),
        "may_fetch": asked.file and asked.kept_until > now() and may(request.user, "export.fetch", asked)}, status=code)
