"""Hours of a call-up and of a shift, verified by whoever led."""

from datetime import datetime
from decimal import Decimal

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from ...shifts.models import Shift
from .. import actions
from ..forms import HoursForm
from ..models import CallUp, Volunteer
from .acts import say

GET_AND_POST = require_http_methods(["GET", "POST"])
QUARTER = 4  # of an hour


@GET_AND_POST
@allows("call-up.hours")
def call_up_hours(request, pk):
    """Offered: whoever said yes, for as long as it was meant to last."""
    call_up = get_or_404(CallUp, pk, user=request.user, may="call-up.hours", queryset=CallUp.objects.select_related(
        "area").defer("area__outline"))
    came = Volunteer.objects.filter(Q(invitations__call_up=call_up, invitations__answer="yes")
                                    | Q(attendances__call_up=call_up))
    return _ask(request, call_up, came, _length(call_up.starts_at, call_up.ends_at))


@GET_AND_POST
@allows("shift.hours")
def shift_hours(request, pk):
    """Offered: the volunteers among those on duty, for as long as the shift lasted if they have checked in."""
    shift = get_or_404(Shift, pk, user=request.user, may="shift.hours")
    on_duty = shift.duties.values("person")
    people = Volunteer.objects.filter(Q(user__in=on_duty) | Q(attendances__shift=shift))
    there = set(shift.check_ins.values_list("by", flat=True))
    length = _length(shift.started_at or shift.starts_at, shift.finished_at or shift.ends_at)
    return _ask(request, shift, people, length, lambda one: one.user_id in there)


def _ask(request, occasion, people, length: Decimal, was_there=lambda one: True):
    actions.refuse_early(occasion, now())
    people = [one for one in people.exclude(forgotten_at__isnull=False).distinct().order_by("id")
              if one.user_id != request.user.pk]
    known = dict(occasion.attendances.values_list("volunteer", "hours"))
    said = {one.pk: known.get(one.pk) if known else length if was_there(one) else None for one in people}
    form = HoursForm(unsent.typed(request), people=people, said=said, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            actions.verify_hours(occasion, form.given(), by=request.user, at=now())
        except ValidationError as refused:
            say(form, refused)
        else:
            messages.success(request, _("Verified. The hours count from now on."))
            return redirect(occasion)
    return render(request, "patrol/volunteers/hours.html", {"occasion": occasion, "form": form},
                  status=422 if request.method == "POST" else 200)


def _length(start: datetime, end: datetime) -> Decimal:
    """In quarters of an hour, a begun one in full."""
    quarters = -(-max((end - start).total_seconds(), 0) // (3600 / QUARTER))
    return Decimal(min(int(quarters), 24 * QUARTER)) / QUARTER
