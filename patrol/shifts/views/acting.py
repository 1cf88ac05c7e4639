"""What the leader does to one shift."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from grids.jurisdiction import get_or_404
from residents.register.views.acting import GET_AND_POST, act_page, typed
from shuangliu.pages.access import allows

from .. import actions
from ..forms import CancelForm, CorrectForm, PlanForm, StaffForm
from ..models import Shift
from ..moving import ShiftMoved
from ..states import Act, allowed

TEMPLATE = "patrol/act.html"
ROWS = Shift.objects.select_related("route", "area", "leader").defer("area__outline")


@GET_AND_POST
@allows("shift.plan")
def shift_new(request):
    """`?route=` and `?day=` begin with a cell of the roster."""
    form = PlanForm(typed(request), user=request.user, initial={
        "route": request.GET.get("route"), "day": request.GET.get("day") or localdate()})
    return act_page(request, form, lambda: actions.plan(by=request.user, at=now(), **form.cleaned_data),
                    title=_("Plan a shift"), said=_("Planned. Publish it, and it is on the phones."), back=None,
                    template=TEMPLATE)


@GET_AND_POST
@allows("shift.correct")
def shift_correct(request, pk):
    shift = _fetch(request, pk, Act.CORRECT)
    form = CorrectForm(typed(request), initial={
        **CorrectForm.of(shift), "with_police": shift.with_police, "note": shift.note,
        "rest_reason": shift.rest_reason})
    return act_page(request, form, lambda: actions.correct(shift, by=request.user, at=now(), **form.cleaned_data),
                    title=_("Change the shift"), said=_("Stored."), back=shift, template=TEMPLATE)


@GET_AND_POST
@allows("shift.staff")
def shift_staff(request, pk):
    shift = _fetch(request, pk, Act.STAFF)
    form = StaffForm(typed(request), shift=shift, initial={
        "people": list(shift.duties.values_list("person_id", flat=True)), "rest_reason": shift.rest_reason})
    return act_page(request, form, lambda: actions.staff(shift, by=request.user, at=now(), **form.cleaned_data),
                    title=_("Say who walks"), said=_("Stored."), back=shift, template=TEMPLATE)


@require_POST
@allows("shift.publish")
def shift_publish(request, pk):
    shift = actions.publish(_fetch(request, pk, Act.PUBLISH), by=request.user, at=now())
    messages.success(request, _("Published: it is on the phones of those who walk it."))
    return redirect(shift)


@GET_AND_POST
@allows("shift.cancel")
def shift_cancel(request, pk):
    shift = _fetch(request, pk, Act.CANCEL)
    form = CancelForm(typed(request))
    return act_page(request, form, lambda: actions.cancel(shift, by=request.user, at=now(), **form.cleaned_data),
                    title=_("Cancel the shift"), said=_("Cancelled."), back=shift, template=TEMPLATE)


def _fetch(request, pk, act: Act) -> Shift:
    """Raises ShiftMoved already where the form would be in vain."""
    shift = get_or_404(Shift, pk, user=request.user, may=f"shift.{act}", queryset=ROWS.all())
    if not allowed(act, shift.state):
        raise ShiftMoved(shift, act)
    return shift
