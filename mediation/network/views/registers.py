"""Writing down something of the network, changing it, taking it out of service and back."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from grids.jurisdiction import get_or_404
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from .. import actions
from ..forms import RetireForm
from ..history import history
from ..registers import RETIRABLE, Register, register_or_404

GET_AND_POST = require_http_methods(["GET", "POST"])


@GET_AND_POST
@allows("network.edit")
def network_new(request, kind):
    """`?org=`, `?area=`, `?center=` choose at once what is known already."""
    register = register_or_404(kind)
    return _write(request, register, register.model(), initial=request.GET.dict())


@GET_AND_POST
@allows("network.edit")
def network_edit(request, kind, pk):
    register = register_or_404(kind)
    return _write(request, register, row_or_404(request, register, pk))


@GET_AND_POST
@allows("network.edit")
def network_retire(request, kind, pk):
    """Refused with the list of what leans on it."""
    register = register_or_404(kind, RETIRABLE)
    row = row_or_404(request, register, pk)
    form = RetireForm(unsent.typed(request))
    needed = actions.needed_by(row)
    if request.method == "POST" and not needed and form.is_valid():
        actions.retire(row, by=request.user, at=now(), **form.cleaned_data)
        messages.success(request, _("“%(name)s” is out of service. It can be taken back at any time.") % {"name": row})
        return redirect(register.url_of(row))
    status = 200 if request.method == "GET" else 409 if needed else 422
    return render(request, "mediation/network/retire.html", {
        "row": row, "kind": kind, "form": form, "needed": needed, "back": register.url_of(row)}, status=status)


@require_POST
@allows("network.edit")
def network_restore(request, kind, pk):
    register = register_or_404(kind, RETIRABLE)
    row = row_or_404(request, register, pk)
    actions.restore(row, by=request.user, at=now())
    messages.success(request, _("“%(name)s” is in service again.") % {"name": row})
    return redirect(register.url_of(row))


def row_or_404(request, register: Register, pk):
    return get_or_404(register.model, pk, user=request.user, may="network.edit", queryset=register.rows())


def _write(request, register: Register, row, *, initial=None):
    is_new = row.pk is None
    # As the row is kept: the form writes into it what was typed.
    title, back = (register.new, register.list_url) if is_new else (str(row), register.url_of(row))
    data = unsent.typed(request)
    form = register.form(data, instance=row, initial=initial, user=request.user)
    if request.method == "POST" and form.is_valid():
        register.keep(form, by=request.user, at=now())
        messages.success(request, _("Written down.") if is_new else _("The changes are kept."))
        return redirect(register.url_of(form.instance))
    return render(request, register.template, {
        "form": form, "title": title, "back": back, "back_label": _("Mediation network") if is_new else title,
        "entries": [] if is_new else history(row),
    }, status=422 if request.method == "POST" else 200)
