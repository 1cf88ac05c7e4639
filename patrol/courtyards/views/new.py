"""/patrol/courtyards/new/: a courtyard is entered on the spot, or at the desk."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import posts_for
from shuangliu.attachments.forms import status
from shuangliu.pages import drafts, receipts, unsent
from shuangliu.pages.access import allows

from .. import actions
from ..forms import EnterForm
from ..models import Courtyard
from .acts import say

DRAFT = "courtyard-new"


@require_http_methods(["GET", "POST"])
@allows("courtyard.enter")
def courtyard_new(request):
    """The survey; to a phone that asks for it, a receipt."""
    code = 200
    if request.method == "POST":
        if sent := receipts.sent_before(request, Courtyard.objects.filter(entered_by=request.user)):
            return sent
        form = EnterForm(request.POST, request.FILES, by=request.user)
        if form.is_valid() and (entered := _enter(form, request.user)):
            courtyard, is_new = entered
            if receipts.wanted(request):
                return receipts.receipt(courtyard, is_new)
            messages.success(request, _("Entered as %(number)s.") % {"number": courtyard.number})
            return drafts.stored(redirect(courtyard), DRAFT)
        code = status(form)
        if receipts.wanted(request):
            return receipts.refusal(form, code)
    else:
        form = EnterForm(unsent.take(request), by=request.user)
    return render(request, "patrol/courtyards/courtyard_new.html", {
        "form": form, "draft": DRAFT, "area": posts_for(request.user, "courtyard.enter")[0].area}, status=code)


def _enter(form, user):
    """The courtyard and whether it is new; None when the action refuses, with the reason in the form."""
    try:
        return actions.enter(by=user, at=now(), **form.given())
    except ValidationError as refused:
        say(form, refused)
        return None
