"""/hotline/calls/new/: one form, filled in while listening, and what it shows beside it."""

from datetime import datetime

from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from shuangliu.pages import drafts, receipts, unsent
from shuangliu.pages.access import allows

from ...models import Ticket
from .. import actions, beside, likely
from ..forms import CallForm
from ..models import LONGEST, Call


@never_cache
@require_http_methods(["GET", "POST"])
@allows("ticket.receive")
def call_new(request):
    """`?call=` is the call that rings; the button that was pressed says how it ends."""
    user, at, call = request.user, now(), _call(request)
    draft = f"call-{call.pk}" if call else "call-new"
    if request.method == "POST" and "look" not in request.POST:
        if stored := receipts.stored_before(request.POST.get("uuid", ""), Ticket.objects.filter(taken_by=user)):
            messages.info(request, _("This form had arrived already: %(number)s.") % {"number": stored.number})
            return drafts.stored(redirect(stored), draft)
        form = CallForm(request.POST, by=user, call=call)
        if form.is_valid():
            ticket, _is_new = actions.take_down(by=user, at=at, end=form.end, given=form.given(),
                                                details=form.details(), call=call)
            _tell(request, ticket, form.end)
            return drafts.stored(redirect("hotline:desk"), draft)
        return _show(request, form, draft, request.POST, status=422)
    typed = unsent.typed(request)
    initial = typed.dict() if typed else _of_the_call(call, at)
    return _show(request, CallForm(by=user, call=call, initial=initial), draft, initial)


@never_cache
@require_POST
@allows("ticket.receive")
def call_caller(request):
    """Who calls with this number, as a piece of HTML."""
    found = beside.caller(request.user, request.POST.get("phone", ""), now())
    return render(request, "hotline/desk/_caller.html", found)


@never_cache
@require_POST
@allows("ticket.receive")
def call_hints(request):
    """What the words typed so far are like, as a piece of HTML."""
    return render(request, "hotline/desk/_hints.html", beside.hints(request.user, request.POST, now()))


def _call(request) -> Call | None:
    """The call of the form: one that rings at this agent or at nobody yet. Http404 for another's; one that has gone to
    another meanwhile costs nobody what they have typed."""
    key = request.POST.get("call") or request.GET.get("call")
    if not key:
        return None
    own = Call.objects.visible_to(request.user).filter(Q(agent=request.user) | Q(agent=None))
    try:
        return own.select_related("line__category").get(pk=key)
    except (Call.DoesNotExist, ValueError, OverflowError):
        if request.method == "POST":
            return None
        raise Http404 from None


def _of_the_call(call: Call | None, at: datetime) -> dict:
    """What the form begins with. The number of a call that is long over stays in the file of the call."""
    if call is None:
        return {}
    line = call.line
    return {"phone": call.phone if at - call.rang_at < LONGEST else "", "line": line and line.pk,
            "category": line.category.code if line and line.category else ""}


def _show(request, form: CallForm, draft: str, typed, *, status: int = 200):
    at = now()
    return render(request, "hotline/desk/call_new.html", {
        "form": form, "draft": draft, "call": form.call, "usual": likely.usual(request.user), "area": form.county,
        **beside.caller(request.user, typed.get("phone") or "", at), **beside.hints(request.user, typed, at),
    }, status=status)


def _tell(request, ticket: Ticket, end: str) -> None:
    said = _("%(number)s: %(end)s. Query code for the caller: %(code)s.")
    if end in (actions.End.INVALID, actions.End.JOIN):
        said = _("%(number)s: %(end)s.")
    messages.success(request, said % {"number": ticket.number, "end": actions.End(end).label, "code": ticket.code})
