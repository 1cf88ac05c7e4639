"""A page for each act: GET asks, POST does. They differ in their deed only."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404
from shuangliu.pages import drafts, unsent
from shuangliu.pages.access import allows
from shuangliu.pages.conflict import Conflict
from shuangliu.protection import reveals

from .. import actions, queue
from ..deeds import DEEDS, WHY_NOT, Deed, is_due
from ..models import Ticket


def act_view(deed: Deed):
    """The page of one act: /hotline/tickets/<pk>/<act>/."""

    @require_http_methods(["GET", "POST"])
    @allows(f"ticket.{deed.act}")
    def view(request, pk):
        return act_page(request, pk, deed)

    view.__name__ = view.__qualname__ = f"ticket_{deed.act.replace('-', '_')}"
    return view


def act_page(request, pk, deed: Deed):
    """Fetch what the person may do this to, ask, do it once, answer. Raises Http404, PermissionDenied, Conflict."""
    at, rows = now(), Ticket.objects.for_detail()
    ticket = get_or_404(Ticket, pk, user=request.user, may=f"ticket.{deed.act}", queryset=rows)
    try:
        actions.check(ticket, deed.act, by=request.user)
        if not is_due(deed.act, ticket, at):
            raise Conflict(WHY_NOT[deed.act], matter=ticket)
        if request.method == "GET":
            form = deed.ask(unsent.take(request), ticket=ticket, by=request.user, initial=request.GET.dict())
            return _show(request, ticket, deed, form, 200)
        form = deed.ask(request.POST, ticket=ticket, by=request.user)
        if not form.is_valid():
            return _show(request, ticket, deed, form, 422)
        deed.do(ticket, by=request.user, at=at, **form.given())
    except actions.TicketMoved as moved:
        # The same hand clicked twice: it is done, and nothing is lost.
        if request.method == "GET" or not moved.is_repeat:
            raise
    messages.success(request, deed.done)
    return drafts.stored(redirect(_next(request, ticket)), deed.draft(ticket))


def _next(request, ticket: Ticket) -> str:
    """Back to the ticket, or on to the next of the queue from which it was opened."""
    return queue.after(ticket, request.user, now()) if "next" in request.POST else ticket.get_absolute_url()


def _show(request, ticket: Ticket, deed: Deed, form, code: int):
    shown = reveals.open_for(request.user, ticket)
    context = {"ticket": ticket, "deed": deed, "form": form, "draft": deed.draft(ticket), "reveal": shown,
               "tries": actions.tries(ticket), "most_tries": actions.MOST_TRIES}
    return reveals.private(render(request, deed.template, context, status=code), shown)


ACT_VIEWS = {act: act_view(deed) for act, deed in DEEDS.items()}
