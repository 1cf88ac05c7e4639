"""/public/privacy/requests/: number and code open a request about own data to whoever asked; then what they may do."""

import hmac

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hotline import guard
from shuangliu.pages.access import ANYONE, allows
from shuangliu.pages.conflict import Conflict
from shuangliu.subjects import actions, papers, registry
from shuangliu.subjects.models import SubjectRequest
from shuangliu.subjects.states import Act, Kind, State

from . import request_tokens as tokens
from .request_forms import CodeForm, ComplainForm, WordForm

NOBODY = "-" * 6


@never_cache
@require_http_methods(["GET", "POST"])
@allows(ANYONE)
def request_follow(request):
    """Ask for number and code. An unknown number and a wrong code are answered alike, and both count."""
    form, code = CodeForm(request.POST or None), 200
    if request.method == "POST":
        code = 422
        if form.is_valid():
            number, typed = form.cleaned_data["number"], form.cleaned_data["code"]
            guard.check(request, "portal.code", f"request-{number}")
            found = SubjectRequest.objects.filter(pk=number, is_forgotten=False).first()
            if hmac.compare_digest((found.code if found else NOBODY).encode(), typed.encode()):
                return tokens.give(request, redirect("portal:request"), tokens.FOLLOWED, found)
            guard.count(request, "portal.code", f"request-{number}")
            form.add_error(None, _("Number and code do not belong together. Please look at them again."))
    return render(request, "hotline/portal/request_follow.html", {"form": form}, status=code)


@never_cache
@require_safe
@allows(ANYONE)
def request_page(request):
    asked = tokens.take(request, tokens.FOLLOWED)
    return redirect("portal:request-follow") if asked is None else _page(request, asked)


def _page(request, asked: SubjectRequest, code: int = 200, **bound):
    at, opened = now(), tokens.take(request, tokens.OPENED)
    forms = {"complain": ComplainForm(), "word": WordForm()} | bound
    is_open_here = opened is not None and opened.pk == asked.pk
    return render(request, "hotline/portal/request.html", {
        "asked": asked, "forms": forms, "has_copy": asked.has_copy(at), "is_open_here": is_open_here,
        "may_withdraw": asked.can(Act.WITHDRAW), "may_complain": asked.kind != Kind.COMPLAIN,
        # What was found is told with the copy alone, or where it was refused.
        "left_out": [(registry.get(one.holder).label, one) for one in asked.findings.filter(verdict="refused")]
        if is_open_here else [],
        "is_answered": asked.state in (State.ANSWERED, State.REFUSED), "complaints": asked.complaints.order_by("id")},
        status=code)


def _followed(request) -> SubjectRequest | None:
    """The request that a POST is about; each of them counts."""
    asked = tokens.take(request, tokens.FOLLOWED)
    if asked is None:
        messages.warning(request, _("Half an hour is over. Please enter number and code again."))
        return None
    guard.throttle(request, "portal.act", f"request-{asked.pk}")
    return asked


@never_cache
@require_POST
@allows(ANYONE)
def request_withdraw(request):
    """Nobody asks why."""
    asked = _followed(request)
    if asked is None:
        return redirect("portal:request-follow")
    actions.withdraw(asked, by=None, at=now())
    messages.success(request, _("Your request is taken back."))
    return redirect("portal:request")


@never_cache
@require_POST
@allows(ANYONE)
def request_complain(request):
    """A request of its own, which does not go to the desk that it is about."""
    asked = _followed(request)
    if asked is None:
        return redirect("portal:request-follow")
    form = ComplainForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, 422, complain=form)
    made, _is_new = actions.ask(
        at=now(), uuid=form.cleaned_data["uuid"], kind=Kind.COMPLAIN, text=form.cleaned_data["text"], earlier=asked,
        area_key=asked.area_key, desk=asked.desk, phone=asked.phone, about=asked)
    said = _("Your complaint %(number)s is with the security administrator. It is answered within 15 working days.")
    messages.success(request, said % {"number": made.number})
    return redirect("portal:request")


@never_cache
@require_POST
@allows(ANYONE)
def request_copy(request):
    """The word from the counter opens the copy, once, to this browser for half an hour."""
    asked = _followed(request)
    if asked is None:
        return redirect("portal:request-follow")
    key, form, used = f"word-{asked.pk}", WordForm(request.POST), _(
        "This word does not open it, or it was used already. The counter gives you a new one.")
    guard.check(request, "portal.code", key)
    if form.is_valid():
        if actions.opens(asked, form.cleaned_data["word"], at=now()):
            return tokens.give(request, redirect("portal:request"), tokens.OPENED, asked)
        guard.count(request, "portal.code", key)
        form.add_error("word", used)
    return _page(request, asked, 422, word=form)


@never_cache
@require_POST
@allows(ANYONE)
def request_fetch(request):
    """By POST: a file that is counted is not fetched by looking at a link."""
    asked, opened = _followed(request), tokens.take(request, tokens.OPENED)
    if asked is None:
        return redirect("portal:request-follow")
    if opened is None or opened.pk != asked.pk:
        raise Conflict(_("The word from the counter opens the copy first."))
    content = actions.fetch(asked, at=now())
    return FileResponse(content, as_attachment=True, filename=f"{asked.number}.zip", content_type="application/zip",
                        headers={"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"})


@never_cache
@require_POST
@allows(ANYONE)
def request_letter(request):
    """The answer in writing, for whoever has number and code: without what was found, unless the copy is open here."""
    asked, opened = _followed(request), tokens.take(request, tokens.OPENED)
    if asked is None:
        return redirect("portal:request-follow")
    if asked.state not in (State.ANSWERED, State.REFUSED):
        raise Conflict(_("It is not answered yet."))
    known = list(asked.findings.all()) if opened is not None and opened.pk == asked.pk else []
    return HttpResponse(papers.letter(asked, known), content_type="application/pdf", headers={
        "Content-Disposition": f'attachment; filename="{asked.number}.pdf"'})


@never_cache
@require_POST
@allows(ANYONE)
def request_leave(request):
    """Forget the request on this device."""
    return tokens.forget(redirect("portal:home"))
