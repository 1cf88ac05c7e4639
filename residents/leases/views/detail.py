"""/residents/leases/<pk>/: all that is known of a lease, its parties masked, and what to do next."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import get_or_404, may
from shuangliu import attachments, audit, deadlines
from shuangliu.pages import unsent
from shuangliu.pages.access import allows
from shuangliu.pages.conflict import Conflict
from shuangliu.protection import reveals

from .. import guards, papers, verifying
from ..deeds import offered
from ..forms import RevealForm
from ..models import Lease, SafetyCheck
from ..rules import Paper
from ..states import CLOCK, Stage
from ..trail import trail_of


@require_safe
@allows("lease.view")
def lease_detail(request, pk):
    at, user = now(), request.user
    lease = get_or_404(Lease, pk, user=user, may="lease.view", queryset=Lease.objects.for_detail())
    deeds = offered(lease, user)
    asked = lease.asked.select_related("by").order_by("-id")
    open_one = next((one for one in asked if not one.answer), None)
    stage = CLOCK.get(lease.state) or (Stage.ASKED if open_one else None)
    sees_papers = guards.sees(user, lease.pk)
    checks = SafetyCheck.objects.filter(dwelling=lease.dwelling_id).prefetch_related("answers")[:3]
    shown = reveals.open_for(user, lease, at)
    page = render(request, "residents/leases/lease_detail.html", {
        "lease": lease, "parties": lease.parties.all(), "main": deeds[0] if deeds else None, "deeds": deeds[1:],
        "clock": deadlines.running(lease, stage).first() if stage else None, "stage": stage and Stage(stage).label,
        "papers": [(Paper(paper).label, paper in lease.papers, paper in lease.needs) for paper in Paper.values],
        "files": attachments.of(lease) if sees_papers else [], "asked": asked, "open_one": open_one,
        "asked_files": attachments.of(open_one) if sees_papers and open_one else [],
        "trail": trail_of(lease), "checks": checks if lease.dwelling_id else [], "today": localdate(at),
        "others": _others(lease, user), "may_reveal": may(user, "lease.reveal", lease),
        "may_correct": lease.is_open and may(user, "lease.correct", lease),
        "may_certify": lease.is_certified and may(user, "lease.certify", lease),
        "may_bind": lease.dwelling_id and may(user, "lease.bind", lease.dwelling), "reveal": shown,
    })
    return reveals.private(page, shown)


def _others(lease: Lease, user) -> list[Lease]:
    """Other leases of the dwelling, newest first."""
    if lease.dwelling_id is None:
        return []
    others = Lease.objects.visible_to(user).filter(dwelling=lease.dwelling_id).exclude(pk=lease.pk)
    return list(others.order_by("-id")[:8])


@never_cache
@require_http_methods(["GET", "POST"])
@allows("lease.certify")
def lease_certificate(request, pk):
    """The certificate in clear, for a stated purpose: GET asks for it, POST gives the PDF."""
    lease = get_or_404(Lease, pk, user=request.user, may="lease.certify", queryset=Lease.objects.for_detail())
    if not lease.is_certified or lease.forgotten_at:
        raise Conflict(_("There is no certificate: the lease is not registered, or has been over for a year."),
                       matter=lease)
    form = RevealForm(request.POST or unsent.take(request), initial={"purpose": _("Hand it to the parties")})
    if request.method == "POST" and form.is_valid():
        audit.record("lease.certified", lease, by=request.user, at=now(), purpose=form.cleaned_data["purpose"])
        content = papers.certificate(lease, clear=True, address=verifying.address(request))
        return HttpResponse(content, content_type="application/pdf", headers={
            "Content-Disposition": f'attachment; filename="{lease.certificate}.pdf"'})
    code = 422 if request.method == "POST" else 200
    return render(request, "residents/leases/lease_certificate.html", {"lease": lease, "form": form}, status=code)
