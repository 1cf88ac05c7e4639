"""Texts that are handed to the parties, for the printer."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404
from shuangliu.pages.access import allows

from ..models import Case
from ..states import State

KINDS = {"rights": "mediation/notice_rights.html", "refusal": "mediation/notice_refusal.html"}


@require_safe
@allows("case.read")
def case_notice(request, pk, kind):
    """`rights`: rights and duties of the parties; `refusal`: why a dispute was not accepted. Names are masked: the
    notice is completed by hand, or shown where the purpose was stated."""
    case = get_or_404(Case, pk, user=request.user, may="case.read", queryset=Case.objects.for_detail())
    if kind not in KINDS or (kind == "refusal" and case.state != State.NOT_ACCEPTED):
        raise Http404
    return render(request, KINDS[kind], {"case": case, "parties": case.parties.all()})
