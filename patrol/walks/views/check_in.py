"""The check-in: every way of it comes here, from the page of the day, from a sign, and from the outbox of the phone."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from shuangliu.attachments.forms import status
from shuangliu.pages import drafts, receipts, unsent
from shuangliu.pages.access import allows

from ...models import CheckIn
from ...shifts import actions
from .. import mine
from ..forms import CheckInForm

DRAFT = "check-in"


@require_http_methods(["GET", "POST"])
@allows("shift.walk")
def check_in(request):
    """With photos and a note; `?point=` begins with one. To a phone that asks for it, a receipt."""
    at, user = now(), request.user
    on = mine.at_work(user, at) or mine.main(mine.shifts(user, at), at)
    if request.method == "POST":
        if sent := receipts.sent_before(request, CheckIn.objects.filter(by=user)):
            return sent
        form = CheckInForm(request.POST, request.FILES, by=user, on=on)
        if form.is_valid():
            made, is_new = actions.check_in(by=user, at=at, **form.given())
            if receipts.wanted(request):
                return receipts.receipt(made, is_new)
            messages.success(request, _("Checked in: %(point)s.") % {"point": made.point})
            return drafts.stored(redirect(made), DRAFT)
        if receipts.wanted(request):
            return receipts.refusal(form, status(form))
    else:
        form = CheckInForm(unsent.take(request), by=user, on=on, initial={"point": request.GET.get("point")})
    return render(request, "patrol/walks/check_in.html", {"form": form, "draft": DRAFT, "shift": on},
                  status=status(form) if request.method == "POST" else 200)
