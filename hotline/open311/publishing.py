"""/hotline/tickets/<pk>/publish/: a person decides what the public may read of a ticket."""

from datetime import datetime

from django import forms
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404
from shuangliu import audit
from shuangliu.pages.access import allows
from shuangliu.pages.conflict import Conflict

from ..discretion import unnamed
from ..models import Ticket
from .models import Publication

MOST = 4000


class PublishForm(forms.Form):
    """Both empty: nothing is public any longer."""

    description = forms.CharField(
        label=gettext_lazy("What everybody may read"), max_length=MOST, required=False,
        widget=forms.Textarea({"rows": 5}),
        help_text=gettext_lazy("Without names, phone numbers, house numbers, and without insults."))
    answer = forms.CharField(label=gettext_lazy("The answer, for everybody"), max_length=MOST, required=False,
                             widget=forms.Textarea({"rows": 4}))


@transaction.atomic
def publish(ticket: Ticket, *, by, at: datetime, description: str, answer: str) -> None:
    """公开. In place of what was public of it before; with no word at all it is withdrawn. The audit log says that it
    was done, not the words. Raises Conflict for one that the public does not see."""
    if not Ticket.objects.sent_openly().filter(pk=ticket.pk).exists():
        raise Conflict(_("The public does not see this ticket: it came by phone, or its kind is not open to the "
                         "public."), matter=ticket)
    if description or answer:
        Publication.objects.update_or_create(
            ticket=ticket, defaults={"description": description, "answer": answer, "by": by, "at": at})
    else:
        Publication.objects.filter(ticket=ticket).delete()
    Ticket.objects.filter(pk=ticket.pk).update(moved_at=at)
    audit.record("ticket.publish", ticket, by=by, at=at, description=len(description), answer=len(answer))


@require_http_methods(["GET", "POST"])
@allows("ticket.publish")
def ticket_publish(request, pk):
    ticket = get_or_404(Ticket, pk, user=request.user, may="ticket.publish", queryset=Ticket.objects.for_detail())
    if request.method == "GET":
        form = PublishForm(initial=_proposed(ticket))
    else:
        form = PublishForm(request.POST)
        if form.is_valid():
            publish(ticket, by=request.user, at=now(), **form.cleaned_data)
            messages.success(request, _("Everybody may read this now.") if any(form.cleaned_data.values())
                             else _("Nothing that was written can be read by the public any longer."))
            return redirect(ticket)
    context = {"ticket": ticket, "form": form}
    return render(request, "hotline/open311/ticket_publish.html", context, status=422 if form.errors else 200)


def _proposed(ticket: Ticket) -> dict:
    """What is public already, else what was said, with the numbers in it masked."""
    if public := Publication.objects.filter(ticket=ticket).first():
        return {"description": public.description, "answer": public.answer}
    return {"description": unnamed(ticket, ticket.content), "answer": unnamed(ticket, ticket.answer)}
