"""/public/privacy/: how data are processed, and what everybody may ask about their own (PIPL art. 17, 30, 44-50)."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from hotline import guard
from shuangliu.pages.access import ANYONE, allows
from shuangliu.retention import register
from shuangliu.subjects import actions

from . import consent, request_tokens, tokens
from .request_forms import AskForm


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
    """Ask about one's own data; number and code of the request stand on the page that follows."""
    ticket = tokens.take(request, tokens.FOLLOWED)
    if request.method == "GET":
        return render(request, "hotline/portal/ask.html", {"form": AskForm(ticket=ticket), "ticket": ticket})
    guard.throttle(request, "portal.subject")
    form = AskForm(request.POST, ticket=ticket)
    if not form.is_valid():
        return render(request, "hotline/portal/ask.html", {"form": form, "ticket": ticket}, status=422)
    said = form.cleaned_data
    made, _is_new = actions.ask(
        at=now(), uuid=said["uuid"], kind=said["kind"], text=said["text"], asker=said["asker"], about=ticket,
        phone=consent.phone_of(ticket) if ticket else said["phone"], **form.where())
    said = _("Your request %(number)s is received. It is answered within 15 working days.")
    messages.success(request, said % {"number": made.number})
    return request_tokens.give(request, redirect("portal:request"), request_tokens.FOLLOWED, made)
