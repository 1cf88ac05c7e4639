"""/reference/: take the tables out, look what a changed file would do, bring it in."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from shuangliu import audit, spreadsheets
from shuangliu.pages.access import allows

from . import exporting, importing
from .forms import ImportForm
from .results import Outcome
from .tables import TABLES

SHOWN = 200  # lines; the rest is only counted


@require_safe
@allows("reference.import")
def reference_export(request):
    at = now()
    audit.record("reference.exported", None, by=request.user, at=at)
    name = _("Reference data") + localtime(at).strftime(" %Y-%m-%d")
    return spreadsheets.download(exporting.workbook(), name, "xlsx")


@require_http_methods(["GET", "POST"])
@allows("reference.import")
def reference(request):
    """POST with `act=import` stores the file, anything else only looks what that would do."""
    form, result, status = ImportForm(), None, 200
    if request.method == "POST":
        form = ImportForm(request.POST, request.FILES)
        if form.is_valid():
            is_wanted = request.POST.get("act") == "import"
            try:
                result = importing.load(form.cleaned_data["grids"], by=request.user, at=now(), dry_run=not is_wanted)
            except spreadsheets.Unreadable as error:
                form.add_error("file", str(error))
        if result and result.is_stored:
            messages.success(request, _("Imported: %(new)d new, %(changed)d changed.") % {
                "new": result.counts[Outcome.NEW], "changed": result.counts[Outcome.CHANGED]})
            return redirect("reference")
        if form.errors or result.refused:
            status = 422
    return render(request, "reference/reference.html", {
        "form": form, "result": result, "lines": result and result.telling[:SHOWN],
        "more": result and max(len(result.telling) - SHOWN, 0), "kept": getattr(form, "kept", ""),
        "counts": result and [(outcome.value, outcome.label, result.counts[outcome]) for outcome in Outcome],
        "tables": [(table.label, table.model.objects.count()) for table in TABLES],
    }, status=status)
