"""/public/leases/: what one can do; filing, and its receipt."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import holds
from hotline.guard.blocking import blocked
from hotline.portal.report import AGAIN, refuse
from residents.leases import actions
from residents.leases.models import Lease
from residents.leases.views.acts import say
from shuangliu import guard
from shuangliu.attachments.forms import status
from shuangliu.pages import receipts
from shuangliu.pages.access import ANYONE, allows
from shuangliu.pages.conflict import Conflict

from . import tokens
from .forms import FileForm
from .tokens import Seen


@require_safe
@allows(ANYONE)
def home(request):
    return render(request, "hotline/leases/home.html", {"has_premises": holds(request.user, "premises.view")})


@never_cache
@require_http_methods(["GET", "POST"])
@allows(ANYONE)
def file(request):
    """Two taps, a slow network, the way back: the same form makes one lease. A landlord's account files for itself and
    sees it among its premises; everybody else files without one."""
    by = request.user if holds(request.user, "premises.view") else None
    if request.method == "GET":
        return _show(request, FileForm(by=by), 200)
    if sent := _sent_before(request, by):
        return _receipt_of(request, sent)
    guard.check(request, "portal.submit")
    if blocked(request):
        return refuse(request)
    form = FileForm(request.POST, request.FILES, by=by)
    is_valid = form.is_valid()
    if form.used_sum:
        guard.throttle(request, "portal.sum")
    if not is_valid:
        if sent := _sent_before(request, by):  # the first tap was faster and has used up the puzzle
            return _receipt_of(request, sent)
        guard.count(request, "portal.submit")
        return _show(request, form, status(form))
    guard.throttle(request, "portal.submit", form.cleaned_data["landlord_phone"])
    try:
        lease, _new = actions.file(by=by, at=now(), **form.given())
    except ValidationError as refused:
        say(form, refused)
        return _show(request, form, 422)
    return _receipt_of(request, lease)


def _sent_before(request, by) -> Lease | None:
    return receipts.stored_before(request.POST.get("uuid", ""), Lease.objects.filter(filed_by_user=by))


def _receipt_of(request, lease: Lease):
    if lease.created_at < now() - AGAIN:
        raise Conflict(_("This was sent before. Please look it up by its number and code."))
    return tokens.give(request, redirect("leases:receipt"), tokens.SENT, Seen(lease, lease.filed_by))


def _show(request, form: FileForm, code: int):
    return render(request, "hotline/leases/file.html", {"form": form.offer()}, status=code)


@never_cache
@require_safe
@allows(ANYONE)
def receipt(request):
    """Number and code, for a quarter of an hour in the browser that has sent it; then never again."""
    seen = tokens.take(request, tokens.SENT)
    if seen is None:
        return redirect("leases:follow")
    return render(request, "hotline/leases/receipt.html", {"lease": seen.lease})
