"""/public/volunteers/: what volunteers do and may not do; applying, and its receipt."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from shuangliu import guard
from shuangliu.pages import receipts
from shuangliu.pages.access import ANYONE, allows
from shuangliu.pages.conflict import Conflict

from .. import actions, consent
from ..models import Volunteer
from ..views.acts import say
from . import tokens
from .forms import ApplyForm

AGAIN = timedelta(minutes=15)  # a form sent again so soon is answered with its receipt


@require_safe
@allows(ANYONE)
def home(request):
    return render(request, "patrol/volunteers/public/home.html")


@never_cache
@require_http_methods(["GET", "POST"])
@allows(ANYONE)
def apply(request):
    """Two taps, a slow network, the way back: the same form makes one application."""
    if request.method == "GET":
        return _show(request, ApplyForm(), 200)
    if sent := _sent_before(request):
        return _receipt_of(request, sent)
    guard.check(request, "portal.submit")
    form = ApplyForm(request.POST)
    is_valid = form.is_valid()
    if form.used_sum:
        guard.throttle(request, "portal.sum")
    if is_valid and form.is_spent():
        form.add_error("sum", _("This page was sent already. Please send it once more."))
        is_valid = False
    if not is_valid:
        if sent := _sent_before(request):  # the first tap was faster and has used up the puzzle
            return _receipt_of(request, sent)
        guard.count(request, "portal.submit")
        return _show(request, form, 422)
    guard.throttle(request, "portal.submit", form.cleaned_data["phone"])
    try:
        volunteer, _new = actions.apply(by=None, at=now(), **form.given())
    except ValidationError as refused:
        say(form, refused)
        return _show(request, form, 422)
    return _receipt_of(request, volunteer)


def _sent_before(request) -> Volunteer | None:
    return receipts.stored_before(request.POST.get("uuid", ""), Volunteer.objects.all())


def _receipt_of(request, volunteer: Volunteer):
    if volunteer.applied_at < now() - AGAIN:
        raise Conflict(_("This was sent before. Please look it up by its number and code."))
    return tokens.give(request, redirect("volunteers:receipt"), tokens.SENT, volunteer)


def _show(request, form: ApplyForm, code: int):
    return render(request, "patrol/volunteers/public/apply.html", {"form": form.offer(), "words": consent.words()},
                  status=code)


@never_cache
@require_safe
@allows(ANYONE)
def receipt(request):
    """Number and code, for a quarter of an hour in the browser that has sent it; then never again."""
    volunteer = tokens.take(request, tokens.SENT)
    if volunteer is None:
        return redirect("volunteers:follow")
    return render(request, "patrol/volunteers/public/receipt.html", {"volunteer": volunteer})
