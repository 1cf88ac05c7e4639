"""/hotline/tickets/<pk>/: all that is known of a ticket, its caller masked."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404
from shuangliu.pages.access import allows

from ..models import Ticket
from ..progress import progress


@require_safe
@allows("ticket.view")
def ticket_detail(request, pk):
    ticket = get_or_404(Ticket, pk, user=request.user, may="ticket.view", queryset=Ticket.objects.for_detail())
    moves = ticket.moves.select_related("by")
    return render(request, "hotline/ticket_detail.html", {"ticket": ticket, "progress": progress(ticket),
                                                          "moves": moves})
