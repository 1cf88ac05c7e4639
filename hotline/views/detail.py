"""/hotline/tickets/<pk>/: all that is known of a ticket, its caller masked, and what to do next."""

from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404, may
from incidents.models import Category, Incident
from shuangliu import attachments, deadlines
from shuangliu.attachments.models import Role
from shuangliu.pages.access import allows
from shuangliu.protection import reveals

from ..circular import named_in
from ..deeds import offered
from ..discretion import glimpse
from ..models import Ticket
from ..models.tickets import OPENLY
from ..progress import progress
from ..states import AT_DESK, CLOCK, Stage
from ..trail import trail_of

BEFORE = (Role.REPORT, Role.BEFORE)
MOST_EARLIER = 8


@require_safe
@allows("ticket.view")
def ticket_detail(request, pk):
    at, user = now(), request.user
    ticket = get_or_404(Ticket, pk, user=user, may="ticket.view", queryset=Ticket.objects.for_detail())
    main, others = _split(offered(ticket, user, at))
    stage = CLOCK.get(ticket.state)
    clocks = {clock.kind: clock for clock in deadlines.running(ticket)}
    files = [*attachments.of(ticket), *(attachments.of(ticket.goes_on_in) if ticket.incident_id else ())]
    shown = reveals.open_for(user, ticket)
    return reveals.private(render(request, "hotline/ticket_detail.html", {
        "ticket": ticket, "reveal": shown, "progress": progress(ticket), "main": main, "deeds": others,
        "form": main and main.is_small and main.ask(ticket=ticket, by=user), "draft": main and main.draft(ticket),
        "waits_for_lead": ticket.is_with_lead and ticket.state in AT_DESK and not may(user, "ticket.dispatch", ticket),
        "clock": clocks.get(stage) if stage != Stage.KEEP else None, "stage": stage and Stage(stage).label,
        "reply_clock": clocks.get(Stage.HANDLE) if stage != Stage.HANDLE else None,
        "sent": [file for file in files if file.role in BEFORE],
        "results": [file for file in files if file.role not in BEFORE],
        "tier": ticket.incident_id and Category.Tier(ticket.goes_on_in.tier).label,
        "incident": ticket.goes_on_in, "incident_url": _url_of(user, ticket.goes_on_in, "incident.view"),
        "case_url": _url_of(user, ticket.case, "case.view"),
        "trail": trail_of(ticket), "calls": ticket.call_backs.select_related("by"),
        "joined": ticket.joined.only("id", "received_at", "state"), "earlier": _earlier(ticket),
        "check": getattr(ticket, "quality_check", None),
        "circular": may(user, "ticket.circular", ticket) and named_in(ticket),
        "may_publish": ticket.channel in OPENLY and may(user, "ticket.publish", ticket),
        "may_hide": ticket.channel in OPENLY and may(user, "ticket.hide", ticket),
    }), shown)


def _split(deeds: list) -> tuple:
    return (deeds[0], deeds[1:]) if deeds else (None, [])


def _url_of(user, matter, act: str) -> str | None:
    """The page of the incident or case, for those who may open it."""
    if matter is None:
        return None
    if isinstance(matter, Incident):
        seen = Incident.objects.visible_to(user).filter(pk=matter.pk).exists()
    else:
        seen = may(user, act, matter)
    return matter.get_absolute_url() if seen else None


def _earlier(ticket: Ticket) -> list[tuple[Ticket, str]]:
    """What the same caller told us besides, newest first."""
    if ticket.caller_id is None:
        return []
    others = Ticket.objects.filter(caller=ticket.caller_id).exclude(pk=ticket.pk).order_by("-id")
    return [(other, glimpse(other.content))
            for other in others.only("id", "content", "state", "received_at", "kind")[:MOST_EARLIER]]
