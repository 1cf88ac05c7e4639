"""/patrol/neighbours/: who watches over the area next door, and how to reach them."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grids.jurisdiction import get_or_404, holds, may
from shuangliu.pages import keyset, unsent
from shuangliu.pages.access import allows
from shuangliu.protection import reveals

from .. import neighbourhood
from ..forms import NeighbourForm
from ..models import Neighbour


@require_safe
@allows("neighbour.view")
def neighbour_list(request):
    """By the area next door; `?after=`."""
    user = request.user
    rows = Neighbour.objects.visible_to(user).of_desk(user).for_list()
    page = keyset.page(rows, order=("beyond", "id"), after=request.GET.get("after"))
    return render(request, "patrol/assets/neighbour_list.html", {
        "page": page, "may_write": holds(user, "neighbour.write")})


@require_safe
@allows("neighbour.view")
def neighbour_detail(request, pk):
    user = request.user
    neighbour = get_or_404(Neighbour, pk, user=user, may="neighbour.view",
                           queryset=Neighbour.objects.for_list().select_related("checked_by"))
    shown = reveals.open_for(user, neighbour)
    page = render(request, "patrol/assets/neighbour_detail.html", {
        "neighbour": neighbour, "reveal": shown, "today": localdate(),
        "may_reveal": may(user, "neighbour.reveal", neighbour) and (neighbour.contact_name or neighbour.contact_phone),
        "may_correct": may(user, "neighbour.correct", neighbour),
        "may_confirm": may(user, "neighbour.confirm", neighbour) and neighbour.checked_on < localdate(),
    })
    return reveals.private(page, shown)


@require_http_methods(["GET", "POST"])
@allows("neighbour.write")
def neighbour_write(request):
    form = NeighbourForm(_sent(request), by=request.user, act="neighbour.write")
    if request.method == "POST" and form.is_valid():
        neighbour = neighbourhood.write(by=request.user, at=now(), **form.given())
        messages.success(request, _("The neighbour is entered."))
        return redirect(neighbour)
    return _form(request, form)


@require_http_methods(["GET", "POST"])
@allows("neighbour.correct")
def neighbour_correct(request, pk):
    """The form shows the contact in clear to whoever has it revealed; else an empty field leaves it as it is."""
    neighbour = get_or_404(Neighbour, pk, user=request.user, may="neighbour.correct",
                           queryset=Neighbour.objects.for_list())
    shown = reveals.open_for(request.user, neighbour)
    form = NeighbourForm(_sent(request), by=request.user, act="neighbour.correct", instance=neighbour)
    if not shown:
        for name, masked in (("contact_name", neighbour.masked_name), ("contact_phone", neighbour.masked_phone)):
            form.initial[name] = ""
            if masked:
                form.fields[name].help_text = _("Now %(masked)s. Empty: it stays.") % {"masked": masked}
    if request.method == "POST" and form.is_valid():
        given = form.given()
        if not shown:
            given |= {name: getattr(neighbour, name) for name in ("contact_name", "contact_phone") if not given[name]}
        neighbourhood.correct(Neighbour.objects.get(pk=neighbour.pk), by=request.user, at=now(), **given)
        messages.success(request, _("The entry is put right."))
        return redirect(neighbour)
    return reveals.private(_form(request, form, neighbour), shown)


@require_POST
@allows("neighbour.confirm")
def neighbour_confirm(request, pk):
    neighbour = get_or_404(Neighbour, pk, user=request.user, may="neighbour.confirm")
    neighbourhood.confirm(neighbour, by=request.user, at=now())
    messages.success(request, _("Made sure of today."))
    return redirect(neighbour)


def _form(request, form, neighbour=None):
    return render(request, "patrol/assets/neighbour_form.html", {"form": form, "neighbour": neighbour},
                  status=422 if request.method == "POST" else 200)


def _sent(request):
    return request.POST if request.method == "POST" else unsent.take(request)
