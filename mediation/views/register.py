"""Writing down a new dispute."""

import zlib

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from shuangliu.pages import drafts, unsent
from shuangliu.pages.access import allows

from ..forms import CaseForm, PartyFormSet, SameForm
from ..registering import register
from ..same import same
from ..screening import findings
from ..screening.results import link_case


@require_http_methods(["GET", "POST"])
@allows("case.register")
def case_new(request):
    """The form; with `add_party` the same with one row more, judged by nobody yet; else the case.

    `?source=petition&external_ref=…&category=0503&area=510116001001&title=…` fills it beforehand, and so does
    `?finding=`, which links the case to what screening found.
    """
    status, found, finding = 200, [], findings.asked(request)
    if request.method == "POST" and "add_party" not in request.POST:
        form, parties = CaseForm(request.POST, user=request.user), PartyFormSet(request.POST)
        if form.is_valid() & parties.is_valid() & form.refuse_names(parties.names):
            with transaction.atomic():
                case, found = register(request.POST, form, parties, by=request.user, at=now())
                if case and finding:
                    link_case(finding, case, by=request.user, at=now())
            if case:
                messages.success(request, _("Registered as %(number)s.") % {"number": case.number})
                return drafts.stored(redirect(case.joined_to or case), draft_key(request))
        status = 422
    elif typed := (request.POST or unsent.take(request)):
        form, parties = CaseForm(initial=typed.dict(), user=request.user), PartyFormSet.with_row_added(typed)
    else:
        known = CaseForm.prefilled(request.GET) | findings.prefilled(finding)
        form, parties = CaseForm(initial=known, user=request.user), PartyFormSet()
    context = {"form": form, "parties": parties, "found": found, "draft": draft_key(request)}
    return render(request, "mediation/case_new.html", context, status=status)


@require_POST
@allows("case.register")
def case_same(request):
    """What may be the same dispute, as a piece of the page while it is being filled in. Asked by POST: numbers of
    persons belong into no log of addresses."""
    found = same(request.user, now(), **SameForm(request.POST).asked())
    return render(request, "mediation/_same.html", {"found": found})


def draft_key(request) -> str:
    """A form that another page has filled beforehand has a draft of its own."""
    asked = request.GET.urlencode()
    return f"case-new-{zlib.crc32(asked.encode()):x}" if asked else "case-new"
