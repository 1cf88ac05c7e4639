"""The list of cases as a csv or xlsx file, under the rule of the list."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from shuangliu import audit, spreadsheets
from shuangliu.pages.access import allows

from ..exports import MOST, Export, is_too_long
from .lists import TABS, asked, case_list


@require_safe
@allows("case.export")
def case_export(request):
    """`?format=csv|xlsx` and what the list was asked. The file is whole before it is sent."""
    kind = request.GET.get("format", "csv")
    if kind not in spreadsheets.FORMATS:
        raise BadRequest("no such format")
    form, tab, cases = asked(request)
    if form.errors:
        return case_list(request)
    if is_too_long(cases):
        messages.error(request, _("More than %(most)s cases. Narrow the list by area, state or days, and export it in "
                                  "parts.") % {"most": f"{MOST:,}"})
        response = case_list(request)
        response.status_code = 422
        return response
    at, export = now(), Export(cases, TABS[tab][1])
    file = spreadsheets.write([export.sheet()], kind)
    audit.record("case.exported", None, by=request.user, at=at, tab=tab, rows=export.count, format=kind,
                 filters={name: form.data[name] for name in form.fields if form.data.get(name)})
    return spreadsheets.download(file, _("Mediation cases") + localtime(at).strftime(" %Y-%m-%d %H%M"), kind)
