"""/public/follow/: number and code open a ticket to its caller for half an hour; then what they may do."""

import hmac

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hotline import actions, guard
from hotline.models import Ticket
from incidents.models import Incident
from shuangliu import attachments
from shuangliu.attachments.forms import status
from shuangliu.pages.access import ANYONE, allows
from shuangliu.pages.conflict import Conflict
from shuangliu.protection import consents
from shuangliu.subjects.models import SubjectRequest

from . import consent, tokens
from .follow_forms import CodeForm, JudgeForm, RemarkForm, ReopenForm
from .standing import standing


@never_cache
@require_http_methods(["GET", "POST"])
@allows(ANYONE)
def follow(request):
    """Ask for number and code. An unknown number and a wrong code are answered alike, and both count."""
    if request.method == "GET":
        return render(request, "hotline/portal/follow.html", {"form": CodeForm()})
    form = CodeForm(request.POST)
    if not form.is_valid():
        return render(request, "hotline/portal/follow.html", {"form": form}, status=422)
    number, code = form.cleaned_data["number"], form.cleaned_data["code"]
    guard.check(request, "portal.code", str(number))
    ticket = Ticket.objects.filter(pk=number).first()
    # Compared in any case: the time that an answer takes tells nothing either.
    if not hmac.compare_digest((ticket.code if ticket else "-" * 6).encode(), code.encode()):
        guard.count(request, "portal.code", str(number))
        form.add_error(None, _("Number and code do not belong together. Please look at them again."))
        return render(request, "hotline/portal/follow.html", {"form": form}, status=422)
    return tokens.give(request, redirect("portal:ticket"), tokens.FOLLOWED, ticket)


@never_cache
@require_safe
@allows(ANYONE)
def ticket(request):
    found = tokens.take(request, tokens.FOLLOWED)
    if found is None:
        return redirect("portal:follow")
    return _page(request, found)


def _page(request, found: Ticket, code: int = 200, **bound):
    forms = {"judge": JudgeForm(), "reopen": ReopenForm(), "remark": RemarkForm()} | bound
    return render(request, "hotline/portal/ticket.html", {
        "standing": standing(found, now()), "forms": forms,
        "satisfaction": dict(Incident.Satisfaction.choices).get(found.satisfaction, ""),
        "requests": SubjectRequest.objects.of_matter(found),
        "consent": consents.running(found, consent.PURPOSE)}, status=code)


def _act(name: str, form_class, do, said):
    """A POST on the ticket that is being followed: check, do, say so. The same sent twice does nothing more."""

    @never_cache
    @require_POST
    @allows(ANYONE)
    def view(request):
        found = tokens.take(request, tokens.FOLLOWED)
        if found is None:
            messages.warning(request, _("Half an hour is over. Please enter number and code again."))
            return redirect("portal:follow")
        guard.throttle(request, "portal.act", str(found.pk))
        form = form_class(request.POST, request.FILES)
        if not form.is_valid():
            return _page(request, found, status(form), **{name: form})
        do(found, form.cleaned_data, standing(found, now()))
        messages.success(request, said)
        return redirect("portal:ticket")

    view.__name__ = view.__qualname__ = name
    return view


def _judge(found: Ticket, said: dict, here) -> None:
    if not here.may_judge:
        raise Conflict(_("You have judged this already, or it is not settled yet."))
    actions.judge(found, at=now(), satisfaction=said["satisfaction"], comment=said["comment"])


def _reopen(found: Ticket, said: dict, here) -> None:
    if not here.may_reopen:
        raise Conflict(_("This can no longer be taken up again: 30 days are over, or it is being handled. Please "
                         "report it anew."))
    actions.reopen(found, by=None, at=now(), reason=said["reason"])


@transaction.atomic
def _remark(found: Ticket, said: dict, here) -> None:
    if not here.may_remark:
        raise Conflict(_("This matter is over. You can ask to take it up again, or report it anew."))
    actions.remark(here.main, at=now(), words=said["text"])
    attachments.claim(said["uuid"], here.main, by=None)


judge = _act("judge", JudgeForm, _judge, gettext_lazy("Thank you. Your judgement is stored."))
reopen = _act("reopen", ReopenForm, _reopen, gettext_lazy("It is taken up again."))
remark = _act("remark", RemarkForm, _remark, gettext_lazy("The hotline has it."))


@never_cache
@require_POST
@allows(ANYONE)
def withdraw(request):
    """The consent is taken back at once; what follows from it is the supervisor's work."""
    found = tokens.take(request, tokens.FOLLOWED)
    if found is None:
        return redirect("portal:follow")
    guard.throttle(request, "portal.act", str(found.pk))
    consent.withdraw(found, at=now())
    messages.success(request, _("Your consent is taken back. The hotline answers within 15 working days what "
                                "becomes of your data."))
    return redirect("portal:ticket")


@never_cache
@require_POST
@allows(ANYONE)
def leave(request):
    """Forget the ticket on this device."""
    return tokens.forget(redirect("portal:home"), tokens.FOLLOWED)
