"""What a leader tells in somebody's place, and the end of a shift."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from grids.jurisdiction import get_or_404
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from ...models import CheckIn, Shift
from ...shifts import actions
from ..forms import StandInForm

ROWS = Shift.objects.select_related("route", "area", "leader").defer("area__outline")


@require_http_methods(["GET", "POST"])
@allows("shift.check-in")
def shift_check_in(request, pk):
    """For somebody whose phone is dead: by hand, with a word on how it is known, and marked as such."""
    shift = get_or_404(Shift, pk, user=request.user, may="shift.check-in", queryset=ROWS)
    form = StandInForm(unsent.typed(request), shift=shift)
    if request.method == "POST" and form.is_valid():
        actions.check_in(shift, by=request.user, at=now(), way=CheckIn.Way.HAND, **form.cleaned_data)
        messages.success(request, _("Checked in: %(point)s.") % {"point": form.cleaned_data["point"]})
        return redirect(shift)
    return render(request, "patrol/walks/shift_check_in.html", {"shift": shift, "form": form},
                  status=422 if request.method == "POST" else 200)


@require_POST
@allows("shift.walk")
def shift_finish(request, pk):
    """Whoever walks it is done, before its time or at it."""
    shift = get_or_404(Shift, pk, user=request.user, may="shift.finish", queryset=ROWS)
    shift = actions.finish(shift, by=request.user, at=now())
    messages.success(request, _("Shift finished: %(state)s.") % {"state": shift.get_state_display()})
    return redirect("patrol:my-shifts")
