"""/public/leases/mine/: a landlord with an account, and the premises that the counter has bound to it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from residents.leases import actions
from residents.leases.limits import REMIND_BEFORE
from residents.leases.models import Lease
from residents.leases.models.leases import Filer
from residents.leases.rules import Paper
from residents.leases.states import Act, allowed
from residents.leases.views.acts import say
from residents.models import Dwelling
from shuangliu.attachments.forms import status
from shuangliu.pages.access import allows
from shuangliu.pages.conflict import Conflict

from .following import certificate_of
from .forms import AskForm, CompleteForm, SafetyForm

SHOWN = 100  # leases of all premises, newest first


@never_cache
@require_safe
@allows("premises.view")
def mine(request):
    """My premises, each with its leases; what ends within 30 days first."""
    today = localdate()
    dwellings = list(_held(request.user).order_by("building", "unit", "room"))
    leases = list(Lease.objects.held_by(request.user).for_queue().order_by("-id")[:SHOWN])
    rows = [(dwelling, [lease for lease in leases if lease.dwelling_id == dwelling.pk]) for dwelling in dwellings]
    ending = [lease for lease in leases if lease.is_in_force and lease.ends_on <= today + REMIND_BEFORE]
    held = {dwelling.pk for dwelling in dwellings}
    others = [lease for lease in leases if lease.dwelling_id not in held]  # filed, and the dwelling not found yet
    return render(request, "hotline/leases/mine.html", {
        "rows": rows, "others": others, "ending": ending, "today": today})


def _held(user):
    held = user.premises.filter(until=None).values("dwelling")
    return Dwelling.objects.filter(pk__in=held).select_related("building__area")


def _lease(request, pk) -> Lease:
    """One of one's own premises; of others it does not exist."""
    lease = Lease.objects.held_by(request.user).for_detail().filter(pk=pk).first()
    if lease is None:
        raise Http404
    return lease


@never_cache
@require_http_methods(["GET", "POST"])
@allows("premises.view")
def own(request, pk):
    """A lease of mine: what is missing, a renewal or an end to ask for."""
    lease, code = _lease(request, pk), 200
    form_class = CompleteForm if allowed(Act.COMPLETE, lease.state) else AskForm
    initial = {} if form_class is CompleteForm else {"initial": _renewal(lease)}
    form = form_class(by=request.user, **initial)
    may_ask = allowed(Act.ASK, lease.state) and not lease.asked.filter(answer="").exists()
    if request.method == "POST":
        if form_class is AskForm and not may_ask:
            raise Conflict(_("This is not possible any more: the lease is now “%(state)s”.") % {
                "state": lease.get_state_display()})
        form = form_class(request.POST, request.FILES, by=request.user)
        if form.is_valid():
            try:
                _do(request, lease, form)
                return redirect("leases:own", lease.pk)
            except ValidationError as refused:
                say(form, refused)
        code = status(form)
    return render(request, "hotline/leases/own.html", {
        "lease": lease, "form": form, "may_complete": form_class is CompleteForm, "may_ask": may_ask,
        "needs": [Paper(need).label for need in lease.needs], "parties": lease.parties.all(),
        "asked": lease.asked.order_by("-id")}, status=code)


def _renewal(lease: Lease) -> dict:
    """One tap: as long again as it was, at the same rent."""
    return {"kind": "renew", "ends_on": lease.ends_on + (lease.ends_on - lease.starts_on)}


def _do(request, lease: Lease, form) -> None:
    at, by = now(), request.user
    if isinstance(form, CompleteForm):
        actions.complete(lease, by=by, at=at, side=Filer.LANDLORD, uuid=form.cleaned_data["uuid"],
                         note=form.cleaned_data["note"])
        messages.success(request, _("The office has your papers."))
    else:
        actions.ask(lease, by=by, at=at, side=Filer.LANDLORD, **form.given())
        messages.success(request, _("Asked for. You see here what the office decides."))


@never_cache
@require_safe
@allows("premises.view")
def own_certificate(request, pk):
    lease = _lease(request, pk)
    if not lease.is_in_force:
        raise Http404
    return certificate_of(request, lease)


@never_cache
@require_http_methods(["GET", "POST"])
@allows("premises.view")
def safety(request, pk):
    """The self-check of one of my premises."""
    dwelling = _held(request.user).filter(pk=pk).first()
    if dwelling is None:
        raise Http404
    form = SafetyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.check(dwelling, by=request.user, at=now(), uuid=form.cleaned_data["uuid"], side=Filer.LANDLORD,
                      answers=form.answers())
        messages.success(request, _("Thank you. What is not in order is being looked at."))
        return redirect("leases:mine")
    code = 422 if request.method == "POST" else 200
    return render(request, "hotline/leases/safety.html", {"dwelling": dwelling, "form": form}, status=code)
