"""/hotline/tickets/<pk>/circular/: the circular that names an office, to be printed and sent."""

from django.http import HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404
from mediation.papers.actions import FORMATS
from shuangliu import audit
from shuangliu.pages.access import allows
from shuangliu.pages.conflict import Conflict

from .. import circular
from ..models import Ticket


@require_safe
@allows("ticket.circular")
def ticket_circular(request, pk):
    """A PDF. Raises Conflict for an office that has not been named."""
    ticket = get_or_404(Ticket, pk, user=request.user, may="ticket.circular", queryset=Ticket.objects.for_detail())
    named = circular.named_in(ticket)
    if named is None:
        raise Conflict(_("No office has been named in a circular for this ticket."), matter=ticket)
    content = circular.file(ticket, named)
    audit.record("ticket.circular_printed", ticket, by=request.user, at=now())
    response = HttpResponse(content, content_type=FORMATS["pdf"][1])
    response.headers["Content-Disposition"] = f'inline; filename="circular-{ticket.number}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response
