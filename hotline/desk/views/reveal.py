"""The caller in clear, on the answer to a stated purpose and nowhere else."""

from django import forms
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404
from shuangliu import audit
from shuangliu.pages import unsent
from shuangliu.pages.access import allows
from shuangliu.privacy import guards

from ...models import Ticket


class RevealForm(forms.Form):
    purpose = forms.CharField(
        label=_("Purpose"), min_length=4, max_length=200,
        help_text=_("For instance: calling back about the answer. It is logged with your name, the time and your "
                    "address."))


@never_cache
@require_http_methods(["GET", "POST"])
@allows("ticket.reveal")
def ticket_reveal(request, pk):
    ticket = get_or_404(Ticket, pk, user=request.user, may="ticket.reveal", queryset=Ticket.objects.for_detail())
    guards.refuse(ticket.caller)
    form = RevealForm(request.POST or unsent.take(request))
    context = {"ticket": ticket, "form": form}
    if request.method == "POST" and form.is_valid():
        purpose = form.cleaned_data["purpose"]
        audit.record("ticket.revealed", ticket, by=request.user, at=now(), purpose=purpose)
        return render(request, "hotline/desk/ticket_revealed.html", {**context, "purpose": purpose})
    return render(request, "hotline/desk/ticket_reveal.html", context, status=422 if request.method == "POST" else 200)
