"""/residents/leases/new/: a lease filed at the counter."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from shuangliu.attachments.forms import status
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from .. import actions
from ..forms import CounterForm
from .acts import say


@require_http_methods(["GET", "POST"])
@allows("lease.file")
def lease_new(request):
    user = request.user
    if request.method == "GET":
        return _show(request, CounterForm(unsent.take(request), by=user), 200)
    form = CounterForm(request.POST, request.FILES, by=user)
    if not form.is_valid():
        return _show(request, form, status(form))
    try:
        lease, is_new = actions.file(by=user, at=now(), **form.given())
    except ValidationError as refused:
        say(form, refused)
        return _show(request, form, 422)
    if is_new:
        messages.success(request, _("Filed as %(number)s.") % {"number": lease.number})
    return redirect(lease)


def _show(request, form: CounterForm, code: int):
    return render(request, "residents/leases/lease_new.html", {"form": form}, status=code)
