"""/residents/care/aid/: applications for aid, the decision, its letter and payments. Every opening is on record."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grids.jurisdiction import get_or_404, may
from shuangliu import attachments, audit
from shuangliu.attachments.forms import status
from shuangliu.pages import unsent
from shuangliu.pages.access import allows
from shuangliu.pages.conflict import Conflict

from ...register.views.acting import REFUSED, attempt
from .. import actions, papers
from ..deeds import AID_DEEDS, Deed, offered_for_aid
from ..forms import ApplyForm
from ..models import AidApplication, CareReferral
from ..states import AID_STEPS

ROWS = AidApplication.objects.for_detail


@never_cache
@require_http_methods(["GET", "POST"])
@allows("aid.apply")
def aid_apply(request, pk):
    at, user = now(), request.user
    referral = get_or_404(CareReferral, pk, user=user, may="aid.apply", queryset=CareReferral.objects.for_detail())
    form = ApplyForm(unsent.typed(request), request.FILES or None, by=user, initial={"starts_on": localdate(at)})
    if request.method == "POST" and form.is_valid():
        given = {name: value for name, value in form.cleaned_data.items() if name != "photos"}
        applied = attempt(form, lambda: actions.apply(referral, by=user, at=at, **given)[0])
        if applied is not REFUSED:
            messages.success(request, _("Applied for as %(number)s.") % {"number": applied.number})
            return redirect(applied)
    return render(request, "residents/care/aid_apply.html", {"referral": referral, "form": form},
                  status=status(form) if request.method == "POST" else 200)


@never_cache
@require_safe
@allows("aid.view")
def aid_detail(request, pk):
    user, at = request.user, now()
    application = get_or_404(AidApplication, pk, user=user, may="aid.view", queryset=ROWS())
    audit.record("aid.opened", application, by=user, at=at)
    deeds = offered_for_aid(application, user)
    return render(request, "residents/care/aid_detail.html", {
        "application": application, "referral": application.referral, "main": deeds[0] if deeds else None,
        "deeds": deeds[1:], "payments": application.payments.select_related("paid_by"), "today": localdate(at),
        "files": attachments.of(application), "may_print": application.is_decided
        and may(user, "aid.letter", application)})


@never_cache
@require_POST
@allows("aid.letter")
def aid_letter(request, pk):
    """The decision as PDF, with the name in clear, for who applied."""
    application = get_or_404(AidApplication, pk, user=request.user, may="aid.letter", queryset=ROWS())
    if not application.is_decided:
        raise Conflict(_("Nothing is decided yet."), matter=application)
    audit.record("aid.letter", application, by=request.user, at=now())
    return HttpResponse(papers.letter(application), content_type="application/pdf", headers={
        "Content-Disposition": f'attachment; filename="{application.number}.pdf"'})


def act_view(deed: Deed):
    """The page of one act: /residents/care/aid/<pk>/<act>/."""

    @never_cache
    @require_http_methods(["GET", "POST"])
    @allows(f"aid.{deed.act}")
    def view(request, pk):
        at = now()
        application = get_or_404(AidApplication, pk, user=request.user, may=f"aid.{deed.act}", queryset=ROWS())
        if application.state not in AID_STEPS[deed.act][0]:
            raise actions.AidMoved(application, deed.act)
        form = deed.form(unsent.typed(request), application=application, at=at)
        if request.method == "GET" or not form.is_valid() or attempt(
                form, lambda: deed.do(application, by=request.user, at=at, **form.cleaned_data)) is REFUSED:
            return render(request, "residents/care/aid_act.html", {
                "application": application, "deed": deed, "form": form},
                status=422 if request.method == "POST" else 200)
        messages.success(request, deed.done)
        return redirect(application)

    view.__name__ = view.__qualname__ = f"aid_{deed.act.replace('-', '_')}"
    return view


AID_VIEWS = {act: act_view(deed) for act, deed in AID_DEEDS.items()}
