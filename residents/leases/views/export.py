"""The list of leases as a csv or xlsx file, the parties masked."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from shuangliu import audit, spreadsheets
from shuangliu.pages.access import allows

from ..exports import MOST, Export, is_too_long
from ..worklist import TABS
from .lists import asked, lease_list


@require_safe
@allows("lease.export")
def lease_export(request):
    """`?format=csv|xlsx` and what the list was asked. The file is whole before it is sent."""
    kind = request.GET.get("format", "xlsx")
    if kind not in spreadsheets.FORMATS:
        raise BadRequest("no such format")
    at = now()
    form, tab, leases = asked(request, at)
    if form.errors:
        return lease_list(request)
    if is_too_long(leases):
        messages.error(request, _("More than %(most)s leases. Narrow the list by area, state or days, and export it in "
                                  "parts.") % {"most": f"{MOST:,}"})
        response = lease_list(request)
        response.status_code = 422
        return response
    export = Export(leases, TABS[tab][1])
    file = spreadsheets.write([export.sheet()], kind)
    filters = {name: form.data[name] for name in form.fields if form.data.get(name)}
    audit.record("lease.exported", None, by=request.user, at=at, tab=tab, rows=export.count, format=kind,
                 filters=filters)
    return spreadsheets.download(file, _("Leases") + localtime(at).strftime(" %Y-%m-%d %H%M"), kind)
