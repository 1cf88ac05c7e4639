"""/patrol/agreements/new/"""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from .. import actions
from ..forms import DraftForm
from .acts import say


@require_http_methods(["GET", "POST"])
@allows("agreement.draft")
def agreement_draft(request):
    at = now()
    if request.method == "POST":
        form = DraftForm(request.POST, by=request.user, at=localtime(at))
        if form.is_valid():
            try:
                agreement, _new = actions.draft(by=request.user, at=at, **form.given())
            except ValidationError as refused:
                say(form, refused)
            else:
                messages.success(request, _("Drafted. Print it, and let the four sign."))
                return redirect(agreement)
    else:
        form = DraftForm(unsent.take(request), by=request.user, at=localtime(at))
    return render(request, "patrol/agreements/agreement_draft.html", {"form": form},
                  status=422 if request.method == "POST" else 200)
