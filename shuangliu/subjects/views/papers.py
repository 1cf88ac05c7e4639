"""What is handed out at the desk: receipt, letter, and the word that opens the copy."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from grids.jurisdiction import get_or_404
from shuangliu import audit
from shuangliu.pages.access import allows
from shuangliu.pages.conflict import Conflict

from .. import actions, finding, papers
from ..models import SubjectRequest
from ..states import Act, State


@never_cache
@require_POST
@allows("subject.receipt")
def subject_receipt(request, pk):
    """With number and code."""
    asked = _found(request, pk, "subject.receipt")
    audit.record("subject.receipt", asked, by=request.user, at=now())
    return _pdf(papers.receipt(asked, address=papers.address(request)), f"{asked.number}-receipt")


@never_cache
@require_POST
@allows("subject.letter")
def subject_letter(request, pk):
    """The answer or the refusal. What a desk may not know of does not stand in what it prints."""
    asked = _found(request, pk, "subject.letter")
    if asked.state not in (State.ANSWERED, State.REFUSED):
        raise Conflict(_("It is not answered yet."), matter=asked)
    audit.record("subject.letter", asked, by=request.user, at=now())
    return _pdf(papers.letter(asked, finding.known_to(request.user, list(asked.findings.all()))), asked.number)


@never_cache
@require_POST
@allows("subject.hand-word")
def subject_hand_word(request, pk):
    """Shown once, to be written down for whoever stands here."""
    asked = _found(request, pk, "subject.hand-word")
    actions.check(asked, Act.HAND_WORD)
    word = actions.hand_word(asked, by=request.user, at=now())
    return render(request, "subjects/subject_word.html", {"asked": asked, "word": word})


def _found(request, pk, act: str) -> SubjectRequest:
    rows = SubjectRequest.objects.for_detail()
    return get_or_404(SubjectRequest, pk, user=request.user, may=act, queryset=rows)


def _pdf(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(content, content_type="application/pdf", headers={
        "Content-Disposition": f'inline; filename="{name}.pdf"'})
