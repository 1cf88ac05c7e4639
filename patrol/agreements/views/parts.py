"""What is done to a part of an agreement: a claim that the insurer decides, a duty that is marked."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404
from shuangliu.pages import unsent
from shuangliu.pages.access import allows
from shuangliu.pages.conflict import Conflict

from .. import actions
from ..forms import MarkForm, SettleForm
from ..models import AgreementDuty, Claim, FourPartyAgreement
from ..states import Act
from .acts import say


@require_http_methods(["GET", "POST"])
@allows("agreement.settle")
def agreement_settle(request, pk, claim):
    agreement, found = _part(request, pk, claim, Claim, Act.SETTLE)
    if found.state != Claim.State.FILED:
        raise Conflict(_("This claim is decided already."), matter=agreement)
    form = SettleForm(_sent(request), claim=found, at=now())
    done = _("What the insurer decided is entered.")
    return _answer(request, agreement, found, form, Act.SETTLE, actions.settle, done)


@require_http_methods(["GET", "POST"])
@allows("agreement.mark")
def agreement_mark(request, pk, duty):
    agreement, found = _part(request, pk, duty, AgreementDuty, Act.MARK)
    if found.due_on is None:
        raise Conflict(_("Nothing of this duty is left to be marked."), matter=agreement)
    form = MarkForm(_sent(request), duty=found)
    return _answer(request, agreement, found, form, Act.MARK, actions.mark, _("Marked. The next period comes."))


def _part(request, pk, part, model, act: Act):
    """The agreement and its part. Raises Http404, PermissionDenied, Conflict."""
    agreement = get_or_404(FourPartyAgreement, pk, user=request.user, may=f"agreement.{act}",
                           queryset=FourPartyAgreement.objects.for_detail())
    found = model.objects.filter(pk=part, agreement=agreement).first()
    if found is None:
        raise Http404
    found.agreement = agreement
    actions.check(agreement, act, by=request.user)
    return agreement, found


def _sent(request):
    return request.POST if request.method == "POST" else unsent.take(request)


def _answer(request, agreement, part, form, act: Act, do, done: str):
    code = 200
    if request.method == "POST":
        code = 422
        if form.is_valid():
            try:
                do(part, by=request.user, at=now(), **form.given())
            except ValidationError as refused:
                say(form, refused)
            else:
                messages.success(request, done)
                return redirect(agreement)
    return render(request, "patrol/agreements/agreement_part.html", {
        "agreement": agreement, "part": part, "form": form, "act": act}, status=code)
