"""/public/leases/follow/: number and code open a lease to one of its parties, or to who filed it, for half an hour."""

import hmac

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from residents.leases import actions, papers, verifying
from residents.leases.models import Lease
from residents.leases.models.leases import Filer
from residents.leases.rules import Paper
from residents.leases.states import Act, allowed
from residents.leases.views.acts import say
from shuangliu import guard
from shuangliu.attachments.forms import status
from shuangliu.pages.access import ANYONE, allows
from shuangliu.pages.conflict import Conflict

from . import tokens
from .forms import AskForm, CodeForm, CompleteForm, SafetyForm
from .tokens import Seen

NOBODY = "-" * 6


@never_cache
@require_http_methods(["GET", "POST"])
@allows(ANYONE)
def follow(request):
    """Ask for number and code. An unknown number and a wrong code are answered alike, and both count."""
    if request.method == "GET":
        return render(request, "hotline/leases/follow.html", {"form": CodeForm()})
    form = CodeForm(request.POST)
    if form.is_valid():
        number, code = form.cleaned_data["number"], form.cleaned_data["code"]
        key = f"lease-{number}"
        guard.check(request, "portal.code", key)
        if seen := _whose(number, code):
            return tokens.give(request, redirect("leases:lease"), tokens.FOLLOWED, seen)
        guard.count(request, "portal.code", key)
        form.add_error(None, _("Number and code do not belong together. Please look at them again."))
    return render(request, "hotline/leases/follow.html", {"form": form}, status=422)


def _whose(number: int, code: str) -> Seen | None:
    """Whose code this is. All are compared in any case: the time that an answer takes tells nothing."""
    lease = Lease.objects.filter(pk=number, forgotten_at=None).first()
    parties = list(lease.parties.all()) if lease else []
    mine = [party for party in parties if hmac.compare_digest(party.code.encode(), code.encode())]
    is_filer = hmac.compare_digest((lease.code if lease else NOBODY).encode(), code.encode())
    if mine:
        return Seen(lease, mine[0].role, mine[0])
    return Seen(lease, lease.filed_by) if is_filer else None


def can(seen: Seen) -> set[str]:
    """What may be done now, from this side: a tenant ends the own entry, the others ask for the end of the lease."""
    acts = {act.value for act in (Act.COMPLETE, Act.WITHDRAW, Act.ASK, Act.CHECK) if allowed(act, seen.lease.state)}
    if not _is_filer(seen):
        acts -= {Act.WITHDRAW}
    if seen.lease.asked.filter(answer="").exists():
        acts -= {Act.ASK}
    if seen.side == Filer.TENANT and seen.party:
        if seen.party.left_on:
            return set()
        acts |= {Act.LEAVE.value} if allowed(Act.LEAVE, seen.lease.state) else set()
    return acts


def _is_filer(seen: Seen) -> bool:
    """Who filed it may take it back; whoever files as a party has the code of the lease."""
    return seen.party is None or seen.party.code == seen.lease.code


def _page(request, seen: Seen, code: int = 200, **bound):
    lease = seen.lease
    forms = {"complete": CompleteForm(), "ask": AskForm(), "check": SafetyForm()} | bound
    return render(request, "hotline/leases/lease.html", {
        "lease": lease, "seen": seen, "can": can(seen), "forms": forms, "today": localdate(),
        "needs": [Paper(need).label for need in lease.needs], "parties": lease.parties.all(),
        "asked": lease.asked.order_by("-id")}, status=code)


@never_cache
@require_safe
@allows(ANYONE)
def lease(request):
    seen = tokens.take(request, tokens.FOLLOWED)
    return redirect("leases:follow") if seen is None else _page(request, seen)


def _act(act: str, form_class, do, said):
    """A POST on the lease that is being followed: check, do, say so. The same sent twice does nothing more."""

    @never_cache
    @require_POST
    @allows(ANYONE)
    def view(request):
        seen = tokens.take(request, tokens.FOLLOWED)
        if seen is None:
            messages.warning(request, _("Half an hour is over. Please enter number and code again."))
            return redirect("leases:follow")
        guard.throttle(request, "portal.act", f"lease-{seen.lease.pk}")
        form = form_class(request.POST, request.FILES) if form_class else None
        if form and not form.is_valid():
            return _page(request, seen, status(form), **{act: form})
        if act not in can(seen):
            raise Conflict(_("This is not possible any more: the lease is now “%(state)s”.") % {
                "state": seen.lease.get_state_display()})
        try:
            do(seen, form, now())
        except ValidationError as refused:
            say(form, refused)
            return _page(request, seen, 422, **{act: form})
        messages.success(request, said)
        return redirect("leases:lease")

    view.__name__ = view.__qualname__ = act
    return view


def _complete(seen: Seen, form, at) -> None:
    actions.complete(seen.lease, by=None, at=at, side=seen.side, uuid=form.cleaned_data["uuid"],
                     note=form.cleaned_data["note"])


def _ask(seen: Seen, form, at) -> None:
    actions.ask(seen.lease, by=None, at=at, side=seen.side, **form.given())


def _check(seen: Seen, form, at) -> None:
    actions.check(seen.lease.dwelling, by=None, at=at, side=seen.side, lease=seen.lease,
                  uuid=form.cleaned_data["uuid"], answers=form.answers())


def _withdraw(seen: Seen, form, at) -> None:
    actions.withdraw(seen.lease, by=None, at=at, side=seen.side)


def _leave(seen: Seen, form, at) -> None:
    actions.leave(seen.party, by=None, at=at)


complete = _act("complete", CompleteForm, _complete, gettext_lazy("The office has your papers."))
ask = _act("ask", AskForm, _ask, gettext_lazy("Asked for. You see here what the office decides."))
check = _act("check", SafetyForm, _check, gettext_lazy("Thank you. What is not in order is being looked at."))
withdraw = _act("withdraw", None, _withdraw, gettext_lazy("Taken back."))
leave_entry = _act("leave", None, _leave, gettext_lazy("Your entry is ended."))


@never_cache
@require_safe
@allows(ANYONE)
def certificate(request):
    """The certificate with ID numbers masked: the one in clear is handed out at the counter."""
    seen = tokens.take(request, tokens.FOLLOWED)
    if seen is None or not seen.lease.is_in_force:
        return redirect("leases:follow")
    return certificate_of(request, seen.lease)


def certificate_of(request, lease: Lease) -> HttpResponse:
    content = papers.certificate(lease, clear=False, address=verifying.address(request))
    return HttpResponse(content, content_type="application/pdf", headers={
        "Content-Disposition": f'attachment; filename="{lease.certificate}.pdf"'})


@never_cache
@require_POST
@allows(ANYONE)
def finish(request):
    """Forget the lease on this device."""
    return tokens.forget(redirect("leases:home"), tokens.FOLLOWED)
