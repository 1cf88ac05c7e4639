"""/hotline/blocks/ and /hotline/tickets/<pk>/hidden/: what the supervisor decides against abuse."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from grids.jurisdiction import get_or_404, posts_for
from hotline.models import Ticket
from shuangliu.pages import keyset
from shuangliu.pages.access import allows
from shuangliu.pages.forms import DayField
from shuangliu.privacy.cipher import lookup_hash

from . import blocking, hiding
from .models import Block, Hidden

LONGEST = timedelta(days=180)


class BlockForm(forms.Form):
    """Whom: the caller of a ticket, a phone, or a network."""

    who = forms.CharField(label=gettext_lazy("Ticket, phone or network"), max_length=43,
                          help_text=gettext_lazy("RX00000012, 028-83721000, 203.0.113.9 or 203.0.113.0/24"))
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=200)
    until = DayField(label=gettext_lazy("Until, then reviewed"))

    use_required_attribute = False

    def __init__(self, data=None, *, user):
        self.user = user
        super().__init__(data)

    def clean_who(self) -> dict:
        said = self.cleaned_data["who"].strip()
        if said.upper().startswith("RX"):
            ticket = Ticket.objects.visible_to(self.user).numbered(said).select_related("caller").first()
            if ticket is None or ticket.caller is None:
                raise ValidationError(_("There is no such ticket, or it has no caller."))
            return {"phone_hash": ticket.caller.phone_hash}
        if "." in said or ":" in said:
            return {"network": blocking.network_of(said)}
        if not said.replace("-", "").replace(" ", "").isdigit():
            raise ValidationError(_("This is no ticket, no phone and no network."))
        return {"phone_hash": lookup_hash(said)}

    def clean_until(self):
        until = self.cleaned_data["until"]
        if not localdate() < until <= localdate() + LONGEST:
            raise ValidationError(_("From tomorrow to half a year: then somebody looks at it again."))
        return until


@require_http_methods(["GET", "POST"])
@allows("block.make")
def block_list(request):
    form = BlockForm(request.POST if request.method == "POST" else None, user=request.user)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        blocking.block(by=request.user, at=now(), area=posts_for(request.user, "block.make")[0].area,
                       reason=given["reason"], until=given["until"], **given["who"])
        messages.success(request, _("Blocked. Calls are still taken."))
        return redirect("hotline:block-list")
    rows = Block.objects.visible_to(request.user).filter(lifted_at=None).select_related("by")
    page = keyset.page(rows, order=("until", "id"), after=request.GET.get("after"))
    context = {"form": form, "page": page, "today": localdate()}
    return render(request, "hotline/guard/block_list.html", context, status=422 if form.is_bound else 200)


@require_POST
@allows("block.lift")
def block_lift(request, pk):
    blocking.lift(get_or_404(Block, pk, user=request.user, may="block.lift"), by=request.user, at=now())
    messages.success(request, _("No longer blocked."))
    return redirect("hotline:block-list")


class HideForm(forms.Form):
    part = forms.ChoiceField(label=gettext_lazy("Text"), choices=Hidden.Part)
    reason = forms.CharField(label=gettext_lazy("Whom it insults and how, without repeating it"), max_length=200)

    use_required_attribute = False


@require_http_methods(["GET", "POST"])
@allows("ticket.hide")
def ticket_hidden(request, pk):
    """Hide a text of the ticket from public pages, or show it again (`show=<part>`)."""
    ticket = get_or_404(Ticket, pk, user=request.user, may="ticket.hide")
    if request.method == "POST" and request.POST.get("show") in Hidden.Part.values:
        hiding.show(ticket, request.POST["show"], by=request.user, at=now())
        return redirect("hotline:ticket-hidden", pk=pk)
    form = HideForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        hiding.hide(ticket, by=request.user, at=now(), **form.cleaned_data)
        messages.success(request, _("Nobody reads it in public any more."))
        return redirect("hotline:ticket-hidden", pk=pk)
    context = {"ticket": ticket, "form": form, "rows": ticket.hidden.select_related("by", "shown_by")}
    return render(request, "hotline/guard/ticket_hidden.html", context, status=422 if form.is_bound else 200)
