"""/patrol/me/: what a volunteer with an account sees of themselves, and what they can do there."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from shuangliu.pages.access import allows

from .. import actions, rules
from ..forms import AnswerForm
from ..models import Invitation, Volunteer
from .detail import paper


@never_cache
@require_safe
@allows("volunteer.own")
def me(request):
    """Hours, call-ups to answer, insurance and training. Shifts are elsewhere: by duty."""
    volunteer = _own(request.user)
    return render(request, "patrol/volunteers/me.html", {"volunteer": volunteer, **standing(volunteer, now())})


def standing(volunteer: Volunteer | None, at) -> dict:
    """What the volunteer sees of themselves, here and at the portal."""
    if volunteer is None:
        return {}
    return {
        "open": volunteer.invitations.filter(call_up__cancelled_at=None, call_up__ends_at__gt=at).select_related(
            "call_up").order_by("call_up__starts_at"),
        "attendances": volunteer.attendances.select_related("shift", "call_up")[:20],
        "teams": volunteer.memberships.filter(left_on=None).select_related("team"),
        "trainings": volunteer.trainings.all(), "answers": Invitation.Answer.choices,
        "unfit": rules.why_unfit(volunteer, localdate(at)), "today": localdate(at)}


@require_POST
@allows("volunteer.own")
def me_answer(request, pk):
    volunteer = _own(request.user)
    row = volunteer and volunteer.invitations.filter(pk=pk).first()
    if not row:
        raise Http404
    say_answer(request, row, by=request.user, way=Invitation.Way.ACCOUNT)
    return redirect("patrol:me")


def say_answer(request, invitation: Invitation, *, by, way: str) -> None:
    """Raises Conflict when it is over."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Please choose an answer."))
        return
    try:
        actions.answer(invitation, form.cleaned_data["answer"], by=by, at=now(), way=way)
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    else:
        messages.success(request, _("Thank you, your answer is there."))


@require_POST
@allows("volunteer.own")
def me_certificate(request):
    volunteer = _own(request.user)
    if volunteer is None:
        return redirect("patrol:me")  # where it says that the account is not bound
    try:
        return paper(request, actions.certify(volunteer, by=request.user, at=now()))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
        return redirect("patrol:me")


def _own(user) -> Volunteer | None:
    return Volunteer.objects.own(user).for_detail().first()
