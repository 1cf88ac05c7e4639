"""A page for each act on a referral: GET asks, POST does. They differ in their deed only."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404
from shuangliu.pages import unsent
from shuangliu.pages.access import allows
from shuangliu.protection import consents

from ...register.views.acting import REFUSED, attempt
from .. import actions
from ..consent import PURPOSE
from ..deeds import DEEDS, Deed
from ..models import CareReferral
from ..states import Act


def act_view(deed: Deed):
    """The page of one act: /residents/care/<pk>/<act>/."""

    @never_cache
    @require_http_methods(["GET", "POST"])
    @allows(f"care.{deed.act}")
    def view(request, pk):
        return act_page(request, pk, deed)

    view.__name__ = view.__qualname__ = f"care_{deed.act.replace('-', '_')}"
    return view


def act_page(request, pk, deed: Deed):
    """Fetch what the person may do this to, ask, do it once, answer. Raises Http404, PermissionDenied, Conflict."""
    at, user, rows = now(), request.user, CareReferral.objects.for_detail()
    referral = get_or_404(CareReferral, pk, user=user, may=f"care.{deed.act}", queryset=rows)
    form = deed.form(unsent.typed(request), referral=referral, by=user, at=at)
    try:
        actions.check_state(referral, deed.act, by=user)
        if request.method == "GET" or not form.is_valid() or attempt(
                form, lambda: deed.do(referral, by=user, at=at, **form.given())) is REFUSED:
            text = consents.text(PURPOSE, on=localdate(at)) if deed.act == Act.SEND else None
            return render(request, "residents/care/care_act.html", {
                "referral": referral, "deed": deed, "form": form, "consent_text": text},
                status=422 if request.method == "POST" else 200)
    except actions.CareMoved as moved:
        # The same hand clicked twice: it is done, and nothing is lost.
        if request.method == "GET" or not moved.is_repeat:
            raise
    messages.success(request, deed.done)
    still = CareReferral.objects.visible_to(user).filter(pk=pk).exists()
    return redirect(referral if still else reverse("residents:care-list"))


ACT_VIEWS = {act: act_view(deed) for act, deed in DEEDS.items()}
