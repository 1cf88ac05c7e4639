"""The page of an organisation, and that of a window."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grids.jurisdiction import get_or_404, may
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from ...models import MediationOrg, MediationWindow, WindowClosure
from .. import actions, hours
from ..forms import ClosureForm
from ..history import history
from ..lacks import lacks_of, with_strength


@require_safe
@allows("network.view")
def org_detail(request, pk):
    """Who sits there, what it lacks by law, its windows, its mediators."""
    today = localdate()
    org = get_or_404(MediationOrg, pk, user=request.user, may="network.view",
                     queryset=with_strength(MediationOrg.objects.all(), today))
    may_edit = may(request.user, "network.edit", org)
    members = list(org.members.select_related("mediator"))
    sitting = [member for member in members if member.until is None or member.until >= today]
    mediators = [(one, may(request.user, "mediator.view", one)) for one in
                 org.mediators.filter(is_active=True).select_related("org__area")]
    return render(request, "mediation/network/org_detail.html", {
        "org": org, "lacks": lacks_of(org, today) if org.is_active else [], "may_edit": may_edit,
        "members": sitting, "former": [member for member in members if member not in sitting], "mediators": mediators,
        "windows": [(window, hours.in_words(window.hours.all())) for window in
                    hours.with_hours(org.windows.filter(is_active=True), today)],
        "points": org.points.filter(is_active=True), "entries": history(org) if may_edit else [],
    })


@require_safe
@allows("network.view")
def window_detail(request, pk):
    at = now()
    window = get_or_404(MediationWindow, pk, user=request.user, may="network.view", queryset=hours.with_hours(
        MediationWindow.objects.select_related("area", "center", "org"), localdate(at)))
    may_edit = may(request.user, "network.edit", window)
    return render(request, "mediation/network/window_detail.html", {
        "window": window, "words": hours.in_words(window.hours.all()), "may_edit": may_edit,
        "is_open": window.is_active and hours.is_open(window, at), "next": hours.next_opening(window, at),
        "entries": history(window) if may_edit else [],
    })


@require_http_methods(["GET", "POST"])
@allows("network.edit")
def window_close(request, pk):
    """Days on which it is closed although its hours say otherwise."""
    window = get_or_404(MediationWindow, pk, user=request.user, may="network.edit",
                        queryset=MediationWindow.objects.select_related("area"))
    form = ClosureForm(unsent.typed(request),
                       instance=WindowClosure(window=window))
    if request.method == "POST" and form.is_valid():
        actions.close_days(window, by=request.user, at=now(), **form.cleaned_data)
        messages.success(request, _("These days are closed."))
        return redirect(window)
    return render(request, "mediation/network/row_form.html", {
        "form": form, "title": _("Close on some days"), "note": window.name, "back": window.get_absolute_url(),
        "back_label": window.name,
    }, status=422 if request.method == "POST" else 200)


@require_POST
@allows("network.edit")
def window_reopen(request, pk):
    """Takes back the closure whose number is sent as `closure`; one that is gone already changes nothing."""
    window = get_or_404(MediationWindow, pk, user=request.user, may="network.edit",
                        queryset=MediationWindow.objects.select_related("area"))
    number = request.POST.get("closure", "")
    if number.isascii() and number.isdigit() and len(number) < 19 and (
            closure := window.closures.filter(pk=number).first()):
        actions.open_days(closure, by=request.user, at=now())
        messages.success(request, _("The window is open on these days again."))
    return redirect(window)
