"""/patrol/agreements/<pk>/: all that is known of an agreement, what to do next, and its paper."""

from django.db.models import Count, Q, Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404, may
from shuangliu import attachments, audit
from shuangliu.pages.access import allows
from shuangliu.protection import reveals

from .. import papers
from ..deeds import offered
from ..models import Claim, FourPartyAgreement, Signature
from ..terms import Side
from ..trail import trail_of
from ..worklist import AHEAD

MARKS = 8


@require_safe
@allows("agreement.view")
def agreement_detail(request, pk):
    at, user = now(), request.user
    agreement = get_or_404(FourPartyAgreement, pk, user=user, may="agreement.view",
                           queryset=FourPartyAgreement.objects.for_detail().select_related("successor"))
    deeds = offered(agreement, user, at)
    signed = {one.side: one for one in agreement.signatures.all()}
    may_reveal, shown = may(user, "agreement.reveal", agreement), reveals.open_for(user, agreement, at)
    scans = attachments.of_all(Signature, [one.pk for one in signed.values()]) if may_reveal else {}
    duties = list(agreement.duties.annotate(done=Count("marks", filter=Q(marks__was_done=True)),
                                            marked=Count("marks"), spent=Sum("marks__hours")))
    claims = list(agreement.claims.all()[:50])
    page = render(request, "patrol/agreements/agreement_detail.html", {
        "agreement": agreement, "main": deeds[0] if deeds and not deeds[0].grave else None,
        "deeds": deeds[1:] if deeds and not deeds[0].grave else deeds,
        "signatures": [(side.label, signed.get(side.value), scans.get(getattr(signed.get(side.value), "pk", None)))
                       for side in Side],
        "sides": [(side.label, [duty for duty in duties if duty.side == side]) for side in Side],
        "claims": claims, "sums": _sums(agreement), "thefts": agreement.thefts.all(), "trail": trail_of(agreement),
        "successor": getattr(agreement, "successor", None), "today": localdate(at), "soon": localdate(at) + AHEAD,
        "left": agreement.left(localdate(at)), "reveal": shown,
        "may_reveal": may_reveal and signed and not agreement.forgotten_at,
        "may_mark": agreement.is_running and may(user, "agreement.mark", agreement),
        "may_settle": may(user, "agreement.settle", agreement),
    })
    return reveals.private(page, shown)


@require_safe
@allows("agreement.print")
def agreement_print(request, pk):
    """The agreement as PDF, to be signed or as it stands; it names no signer."""
    agreement = get_or_404(FourPartyAgreement, pk, user=request.user, may="agreement.print",
                           queryset=FourPartyAgreement.objects.for_detail())
    audit.record("agreement.print", agreement, by=request.user, at=now())
    return HttpResponse(papers.agreement(agreement), content_type="application/pdf", headers={
        "Content-Disposition": f'inline; filename="{agreement.number}.pdf"'})


def _sums(agreement: FourPartyAgreement) -> dict:
    """Claimed, paid, and paid of a hundred yuan of premium."""
    found = agreement.claims.aggregate(filed=Count("pk"), settled=Count("pk", filter=Q(state=Claim.State.PAID)),
                                       claimed=Sum("claimed"), paid=Sum("paid"))
    found["ratio"] = (found["paid"] or 0) * 100 / agreement.premium if agreement.premium else None
    return found
