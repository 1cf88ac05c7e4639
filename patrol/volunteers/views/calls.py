"""/patrol/call-ups/: volunteers are called up, their answers come in, their hours are verified."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grids.jurisdiction import get_or_404, holds, may, scope_q
from shuangliu.pages import keyset, receipts, unsent
from shuangliu.pages.access import allows

from .. import actions
from ..forms import AnswerForm, CallForm, CancelForm
from ..models import CallUp, Invitation
from .acts import say

GET_AND_POST = require_http_methods(["GET", "POST"])


@require_safe
@allows("call-up.view")
def call_up_list(request):
    rows = CallUp.objects.of_desk(request.user).for_list()
    page = keyset.page(rows, order=("-starts_at", "-id"), after=request.GET.get("after"))
    return render(request, "patrol/volunteers/call_up_list.html", {
        "page": page, "at": now(), "may_make": holds(request.user, "call-up.make")})


@GET_AND_POST
@allows("call-up.make")
def call_up_new(request):
    form = CallForm(unsent.typed(request), user=request.user)
    if request.method == "POST":
        if sent := receipts.stored_before(request.POST.get("uuid", ""), CallUp.objects.visible_to(request.user)):
            return redirect(sent)
        if form.is_valid():
            try:
                made, _new = actions.call(by=request.user, at=now(), **form.cleaned_data)
            except ValidationError as refused:
                say(form, refused)
            else:
                messages.success(request, _("Called up. Who has no account is asked by phone, or answers at the "
                                            "portal."))
                return redirect(made)
    return render(request, "patrol/volunteers/call_up_form.html", {"form": form},
                  status=422 if request.method == "POST" else 200)


@require_safe
@allows("call-up.view")
def call_up_detail(request, pk):
    call_up, user, at = _fetch(request, pk, "call-up.view"), request.user, now()
    rows = _theirs(call_up, user).select_related("volunteer")
    page = keyset.page(rows, order=("id",), after=request.GET.get("after"), size=100)
    counts = dict(call_up.invitations.order_by().values_list("answer").annotate(Count("id")))
    is_open = call_up.is_open_at(at)
    return render(request, "patrol/volunteers/call_up_detail.html", {
        "call_up": call_up, "page": page, "is_open": is_open, "coming": counts.get("yes", 0),
        "silent": counts.get("", 0), "asked": sum(counts.values()), "answers": Invitation.Answer.choices,
        "may_answer": is_open and may(user, "call-up.answer", call_up),
        "may_cancel": is_open and may(user, "call-up.cancel", call_up),
        "may_verify": not call_up.is_cancelled and call_up.starts_at <= at and may(user, "call-up.hours", call_up),
    })


@require_POST
@allows("call-up.answer")
def call_up_answer(request, pk, invitation):
    """What somebody told by phone."""
    call_up = _fetch(request, pk, "call-up.answer")
    row = _theirs(call_up, request.user).filter(pk=invitation).first()
    if row is None:
        raise Http404
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            actions.answer(row, form.cleaned_data["answer"], by=request.user, at=now(), way=Invitation.Way.PHONE)
        except ValidationError as refused:
            messages.error(request, refused.messages[0])
    else:
        messages.error(request, _("Please choose an answer."))
    return redirect(call_up)


@GET_AND_POST
@allows("call-up.cancel")
def call_up_cancel(request, pk):
    call_up = _fetch(request, pk, "call-up.cancel")
    form = CancelForm(unsent.typed(request))
    if request.method == "POST" and form.is_valid():
        actions.cancel_call_up(call_up, by=request.user, at=now(), **form.cleaned_data)
        messages.success(request, _("Called off. Who said yes and has no account is to be told by phone."))
        return redirect(call_up)
    return render(request, "patrol/volunteers/call_up_cancel.html", {"call_up": call_up, "form": form},
                  status=422 if request.method == "POST" else 200)


def _theirs(call_up: CallUp, user):
    """The invitations of the volunteers whom `user` may see."""
    return call_up.invitations.filter(scope_q(user, "volunteer.view", "volunteer__area_key"))


def _fetch(request, pk, act: str) -> CallUp:
    return get_or_404(CallUp, pk, user=request.user, may=act,
                      queryset=CallUp.objects.select_related("area", "team", "by").defer("area__outline"))
