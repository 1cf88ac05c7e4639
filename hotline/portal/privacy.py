"""/public/privacy/: how data are processed, and what everybody may ask about their own (PIPL art. 17, 30, 44-50)."""

import uuid

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from hotline.models import SubjectRequest
from shuangliu import guard
from shuangliu.guard.puzzle import WithPuzzle
from shuangliu.pages.access import ANYONE, allows
from shuangliu.retention import register

from . import subjects, tokens
from .fields import PhoneField, county


class SubjectForm(WithPuzzle):
    """About the ticket that is being followed; else a phone says where the answer goes."""

    kind = forms.ChoiceField(label=gettext_lazy("What do you ask for?"), choices=SubjectRequest.Kind)
    text = forms.CharField(label=gettext_lazy("In your words"), max_length=1000, required=False,
                           widget=forms.Textarea({"rows": 4}))
    phone = PhoneField(label=gettext_lazy("Phone for our answer"))
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    use_required_attribute = False

    def __init__(self, *args, ticket=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.ticket = ticket
        if ticket:
            del self.fields["phone"]


@require_safe
@allows(ANYONE)
def privacy(request):
    return render(request, "hotline/portal/privacy.html")


@require_safe
@allows(ANYONE)
def processing(request):
    """The rules list of Network data regulation art. 21, out of the register that the models make."""
    return render(request, "hotline/portal/data.html", {"purposes": list(register.for_the_public())})


@never_cache
@require_http_methods(["GET", "POST"])
@allows(ANYONE)
def ask(request):
    """Ask about one's own data."""
    ticket = tokens.take(request, tokens.FOLLOWED)
    if request.method == "GET":
        return render(request, "hotline/portal/ask.html", {"form": SubjectForm(ticket=ticket), "ticket": ticket})
    guard.throttle(request, "portal.subject")
    form = SubjectForm(request.POST, ticket=ticket)
    if not form.is_valid():
        return render(request, "hotline/portal/ask.html", {"form": form, "ticket": ticket}, status=422)
    said = form.cleaned_data
    made, _is_new = subjects.ask(
        at=now(), uuid=said["uuid"], kind=said["kind"], text=said["text"], ticket=ticket, phone=said.get("phone", ""),
        area_key=ticket.area_key if ticket else county().key)
    said = _("Your request %(number)s is with the hotline. It is answered within 15 working days.")
    messages.success(request, said % {"number": made.number})
    return redirect("portal:ticket" if ticket else "portal:privacy")
