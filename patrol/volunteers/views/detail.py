"""/patrol/volunteers/<pk>/: the record, masked; entering one; the certificate as PDF."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import get_or_404, may
from shuangliu import audit
from shuangliu.pages import receipts, unsent
from shuangliu.pages.access import allows
from shuangliu.protection import consents, reveals

from .. import actions, consent, papers, rules, trail, verifying
from ..deeds import offered
from ..forms import CertifyForm, EnterForm
from ..models import Certificate, Volunteer
from .acts import say


@require_safe
@allows("volunteer.view")
def volunteer_detail(request, pk):
    at, user, rows = now(), request.user, Volunteer.objects.for_detail()
    volunteer = get_or_404(Volunteer, pk, user=user, may="volunteer.view", queryset=rows)
    shown, deeds = reveals.open_for(user, volunteer, at), offered(volunteer, user)
    main = deeds[0] if deeds and deeds[0].act in ("verify", "activate", "resume") else None
    return reveals.private(render(request, "patrol/volunteers/volunteer_detail.html", {
        "volunteer": volunteer, "today": localdate(at), "age": volunteer.age_on(localdate(at)),
        "is_minor": volunteer.is_minor_on(localdate(at)), "abilities": volunteer.abilities.all(),
        "main": main, "deeds": [deed for deed in deeds if deed is not main], "reveal": shown,
        "may_reveal": not volunteer.forgotten_at and may(user, "volunteer.reveal", volunteer),
        "may_certify": not volunteer.forgotten_at and volunteer.hours and may(user, "volunteer.certify", volunteer),
        "unfit": rules.why_unfit(volunteer, localdate(at)), "consents": consents.of(volunteer),
        "trainings": volunteer.trainings.all(), "insurances": volunteer.insurances.all(),
        "memberships": volunteer.memberships.filter(left_on=None).select_related("team"),
        "attendances": volunteer.attendances.select_related("shift", "call_up", "verified_by")[:20],
        "certificates": volunteer.certificates.all(), "trail": trail.trail_of(volunteer),
    }), shown)


@require_http_methods(["GET", "POST"])
@allows("volunteer.enter")
def volunteer_enter(request):
    """Somebody stands at the desk with the card: entered and seen at once."""
    form = EnterForm(unsent.typed(request), user=request.user)
    if request.method == "POST":
        if sent := receipts.stored_before(request.POST.get("uuid", ""), Volunteer.objects.visible_to(request.user)):
            return redirect(sent)
        if form.is_valid():
            try:
                volunteer, _new = actions.enter(by=request.user, at=now(), **form.given())
            except ValidationError as refused:
                say(form, refused)
            else:
                messages.success(request, _("Entered as %(number)s. The code for the portal stands with the "
                                            "personal data.") % {"number": volunteer.number})
                return redirect(volunteer)
    return render(request, "patrol/volunteers/volunteer_enter.html", {"form": form, "words": consent.words()},
                  status=422 if request.method == "POST" else 200)


@never_cache
@require_http_methods(["GET", "POST"])
@allows("volunteer.certify")
def volunteer_certify(request, pk):
    """The certificate for some days: GET asks for them, POST gives the PDF."""
    volunteer = get_or_404(Volunteer, pk, user=request.user, may="volunteer.certify",
                           queryset=Volunteer.objects.for_detail())
    actions.check(volunteer, "certify")
    form = CertifyForm(unsent.typed(request), volunteer=volunteer, by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.certify(volunteer, by=request.user, at=now(), **form.given())
        except ValidationError as refused:
            say(form, refused)
        else:
            return paper(request, made)
    return render(request, "patrol/volunteers/certify.html", {"volunteer": volunteer, "form": form},
                  status=422 if request.method == "POST" else 200)


def paper(request, certificate: Certificate) -> HttpResponse:
    """The PDF; that somebody else than the volunteer has it printed is a look at their name."""
    by = request.user if request.user.is_authenticated else None
    audit.record("volunteer.printed" if by and by.pk != certificate.volunteer.user_id else "volunteer.took",
                 certificate.volunteer, by=by, at=now(), certificate=certificate.pk)
    content = papers.certificate(certificate, address=verifying.address(request))
    return HttpResponse(content, content_type="application/pdf", headers={
        "Content-Disposition": f'attachment; filename="{certificate.number}.pdf"'})
