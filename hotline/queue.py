"""The call-back queue: due first, one after another."""

from datetime import datetime

from django.urls import reverse

from .models import Ticket

BY_DUE = ("due_at", "id")


def waiting(user, at: datetime):
    """Who may be called now, due first."""
    return Ticket.objects.visible_to(user).to_call(at).order_by(*BY_DUE)


def later(user, at: datetime):
    """Who did not answer, and is tried again later."""
    return Ticket.objects.visible_to(user).to_call().filter(call_after__gt=at).order_by("call_after", "id")


def after(ticket: Ticket, user, at: datetime) -> str:
    """Where the next call is entered; the queue itself when there is none."""
    following = waiting(user, at).exclude(pk=ticket.pk).values_list("pk", flat=True).first()
    return reverse("hotline:ticket-call-back", args=[following]) if following else reverse("hotline:call-backs")
