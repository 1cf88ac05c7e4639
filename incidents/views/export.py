"""The list as a csv or xlsx file, under the rule of the list."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.forms import TextInput
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from shuangliu import audit, spreadsheets
from shuangliu.pages.access import allows

from ..exports import MOST, Export, is_too_long
from .lists import TABS, asked, incident_list


@require_safe
@allows("incident.export")
def incident_export(request):
    """`?format=csv|xlsx` and what the list was asked. The file is whole before it is sent: a failure is a page that
    says so, not half a file. It lies on disk, so that its length costs no memory."""
    kind = request.GET.get("format", "csv")
    if kind not in spreadsheets.FORMATS:
        raise BadRequest("no such format")
    at = now()
    form, tab, incidents = asked(request)
    if form.errors:
        return incident_list(request)
    incidents = form.narrow(incidents, at)
    if is_too_long(incidents):
        messages.error(request, _("More than %(most)s incidents. Narrow the list by area, state or days, and export "
                                  "it in parts.") % {"most": f"{MOST:,}"})
        response = incident_list(request)
        response.status_code = 422
        return response
    export = Export(incidents, TABS[tab][1])
    file = spreadsheets.write([export.sheet()], kind)
    audit.record("incident.exported", None, by=request.user, at=at, tab=tab, rows=export.count, format=kind,
                 filters=_filters(form))
    name = _("Incidents") + localtime(at).strftime(" %Y-%m-%d %H%M")
    return spreadsheets.download(file, name, kind)


def _filters(form) -> dict[str, str]:
    """What the list was narrowed by, for the audit log; of words that somebody searched for, only that there were any:
    they may be a name."""
    return {name: "…" if type(field.widget) is TextInput and name != "number" else form.data[name]
            for name, field in form.fields.items() if form.data.get(name)}
