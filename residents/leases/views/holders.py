"""/residents/dwellings/<pk>/holders/: the accounts that see the leases of a dwelling as their own."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from grids.jurisdiction import get_or_404
from shuangliu.pages.access import allows

from ...models.homes import Dwelling
from .. import actions
from ..forms import HolderForm
from ..models import Holder
from .acts import say

ROWS = Dwelling.objects.select_related("building")


@require_http_methods(["GET", "POST"])
@allows("lease.bind")
def holder_list(request, pk):
    dwelling = get_or_404(Dwelling, pk, user=request.user, may="lease.bind", queryset=ROWS)
    form = HolderForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.bind(dwelling, by=request.user, at=now(), user=form.cleaned_data["username"])
        except ValidationError as refused:
            say(form, refused)
        else:
            messages.success(request, _("Bound. The account sees the leases of this dwelling now."))
            return redirect("residents:holder-list", dwelling.pk)
    holders = dwelling.holders.filter(until=None).select_related("user", "bound_by")
    return render(request, "residents/leases/holder_list.html", {
        "dwelling": dwelling, "form": form, "holders": holders}, status=422 if request.method == "POST" else 200)


@require_POST
@allows("lease.loose")
def holder_loose(request, pk, holder):
    dwelling = get_or_404(Dwelling, pk, user=request.user, may="lease.loose", queryset=ROWS)
    for found in Holder.objects.filter(pk=holder, dwelling=dwelling):
        actions.loose(found, by=request.user, at=now())
        messages.success(request, _("Loosed. The account sees this dwelling no longer."))
    return redirect("residents:holder-list", dwelling.pk)
