"""The list of tickets as a csv or xlsx file, for the supervisor."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.forms import TextInput
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from shuangliu import audit, spreadsheets
from shuangliu.pages.access import allows

from ..exports import MOST, Export, is_too_long
from .lists import TABS, asked, ticket_list


@require_safe
@allows("ticket.export")
def ticket_export(request):
    """`?format=csv|xlsx` and what the list was asked. The file is whole before it is sent."""
    kind = request.GET.get("format", "xlsx")
    if kind not in spreadsheets.FORMATS:
        raise BadRequest("no such format")
    at = now()
    form, tab, tickets = asked(request)
    if form.errors:
        return ticket_list(request)
    tickets = form.narrow(tickets, at)
    if is_too_long(tickets):
        messages.error(request, _("More than %(most)s tickets. Narrow the list by area, state or days, and export it "
                                  "in parts.") % {"most": f"{MOST:,}"})
        response = ticket_list(request)
        response.status_code = 422
        return response
    export = Export(tickets, TABS[tab][1])
    file = spreadsheets.write([export.sheet()], kind)
    # Of words that somebody searched for, only that there were any: they may be a name.
    filters = {name: "…" if type(field.widget) is TextInput else form.data[name]
               for name, field in form.fields.items() if form.data.get(name)}
    audit.record("ticket.exported", None, by=request.user, at=at, tab=tab, rows=export.count, format=kind,
                 filters=filters)
    name = _("Tickets") + localtime(at).strftime(" %Y-%m-%d %H%M")
    return spreadsheets.download(file, name, kind)
