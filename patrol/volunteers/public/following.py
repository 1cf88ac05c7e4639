"""/public/volunteers/follow/: number and code open the own record for half an hour."""

import hmac

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from shuangliu import guard
from shuangliu.pages.access import ANYONE, allows

from .. import actions
from ..models import Invitation, Volunteer
from ..states import Act, allowed
from ..views.detail import paper
from ..views.own import say_answer, standing
from . import tokens
from .forms import CodeForm, WithdrawForm

NOBODY = "-" * 6


@never_cache
@require_http_methods(["GET", "POST"])
@allows(ANYONE)
def follow(request):
    """Ask for number and code. An unknown number and a wrong code are answered alike, and both count."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        number, code = form.cleaned_data["number"], form.cleaned_data["code"]
        key = f"volunteer-{number}"
        guard.check(request, "portal.code", key)
        volunteer = Volunteer.objects.filter(pk=number, forgotten_at=None).unrestricted().first()
        # Compared in any case: the time that an answer takes tells nothing.
        if hmac.compare_digest((volunteer.code if volunteer else NOBODY).encode(), code.encode()):
            return tokens.give(request, redirect("volunteers:own"), tokens.FOLLOWED, volunteer)
        guard.count(request, "portal.code", key)
        form.add_error(None, _("Number and code do not belong together. Please look at them again."))
    return render(request, "patrol/volunteers/public/follow.html", {"form": form},
                  status=422 if request.method == "POST" else 200)


@never_cache
@require_safe
@allows(ANYONE)
def own(request):
    volunteer = tokens.take(request, tokens.FOLLOWED)
    return redirect("volunteers:follow") if volunteer is None else _page(request, volunteer, WithdrawForm(), 200)


def _page(request, volunteer: Volunteer, form, code: int):
    return render(request, "patrol/volunteers/public/own.html", {
        "volunteer": volunteer, "form": form, "may_withdraw": allowed(Act.WITHDRAW, volunteer.state),
        **standing(volunteer, now())}, status=code)


def _acting(request) -> Volunteer | None:
    """Whose record is open; counted, as every act of the public is."""
    volunteer = tokens.take(request, tokens.FOLLOWED)
    if volunteer is None:
        messages.warning(request, _("Half an hour is over. Please enter number and code again."))
        return None
    guard.throttle(request, "portal.act", f"volunteer-{volunteer.pk}")
    return volunteer


@never_cache
@require_POST
@allows(ANYONE)
def answer(request, pk):
    volunteer = _acting(request)
    if volunteer is None:
        return redirect("volunteers:follow")
    row = volunteer.invitations.filter(pk=pk).first()
    if row is None:
        raise Http404
    say_answer(request, row, by=None, way=Invitation.Way.PORTAL)
    return redirect("volunteers:own")


@never_cache
@require_POST
@allows(ANYONE)
def certificate(request):
    volunteer = _acting(request)
    if volunteer is None:
        return redirect("volunteers:follow")
    try:
        return paper(request, actions.certify(volunteer, by=None, at=now()))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
        return redirect("volunteers:own")


@never_cache
@require_POST
@allows(ANYONE)
def withdraw(request):
    """No reason is asked for."""
    volunteer = _acting(request)
    if volunteer is None:
        return redirect("volunteers:follow")
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        return _page(request, volunteer, form, 422)
    actions.withdraw(volunteer, by=None, at=now())
    messages.success(request, _("You have withdrawn. Thank you for the time you gave. In a year your name and numbers "
                                "are forgotten; until then your certificate is here."))
    return redirect("volunteers:own")


@never_cache
@require_POST
@allows(ANYONE)
def finish(request):
    """Forget the record on this device."""
    return tokens.forget(redirect("volunteers:home"), tokens.FOLLOWED)
