"""Beginning a shift, a pause, its end: one button each on the desk."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shuangliu.pages.access import allows

from .. import actions


@require_POST
@allows("shift.begin")
def shift_begin(request):
    actions.begin_shift(by=request.user, at=now())
    messages.success(request, _("You are on shift: calls ring here."))
    return redirect("hotline:desk")


@require_POST
@allows("shift.pause")
def shift_pause(request):
    actions.pause_shift(by=request.user, at=now())
    return redirect("hotline:desk")


@require_POST
@allows("shift.resume")
def shift_resume(request):
    actions.resume_shift(by=request.user, at=now())
    return redirect("hotline:desk")


@require_POST
@allows("shift.end")
def shift_end(request):
    actions.end_shift(by=request.user, at=now())
    messages.success(request, _("Your shift has ended."))
    return redirect("hotline:desk")
