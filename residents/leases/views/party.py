"""/residents/leases/<pk>/parties/<party>/: how the papers name a party, put right before it is registered."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404
from shuangliu.pages.access import allows

from .. import actions
from ..forms import PartyForm
from ..models import Lease
from ..states import Act
from .acts import say


@require_http_methods(["GET", "POST"])
@allows("lease.correct")
def lease_party(request, pk, party):
    lease = get_or_404(Lease, pk, user=request.user, may="lease.correct", queryset=Lease.objects.for_detail())
    found = lease.parties.filter(pk=party).first()
    if found is None:
        raise Http404
    actions.check_state(lease, Act.CORRECT, by=request.user)
    form = PartyForm(request.POST if request.method == "POST" else None, party=found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.correct_party(found, by=request.user, at=now(), **form.given())
        except ValidationError as refused:
            say(form, refused)
        else:
            messages.success(request, _("The party is put right."))
            return redirect(lease)
    code = 422 if request.method == "POST" else 200
    context = {"lease": lease, "party": found, "form": form}
    return render(request, "residents/leases/lease_party.html", context, status=code)
