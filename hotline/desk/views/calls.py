"""/hotline/calls/new/: one form, filled in while listening, and what it shows beside it."""

from datetime import datetime, time

from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from incidents.forms import SimilarForm
from incidents.models import Category
from shuangliu.pages import drafts, receipts, unsent
from shuangliu.pages.access import allows
from shuangliu.privacy.cipher import lookup_hash

from ...models import Caller, Ticket
from .. import actions, likely, phones, same
from ..forms import CallForm
from ..models import LONGEST, Call
from ..tabs import rows_at

EARLIER = 8  # tickets of the caller that are shown


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
    typed = request.POST if request.method == "POST" else unsent.take(request)
    initial = typed.dict() if typed else _of_the_call(call, at)
    return _show(request, CallForm(by=user, call=call, initial=initial), draft, initial)


@never_cache
@require_POST
@allows("ticket.receive")
def call_caller(request):
    """Who calls with this number, as a piece of HTML."""
    return render(request, "hotline/desk/_caller.html", _caller(request.user, request.POST.get("phone", "")))


@never_cache
@require_POST
@allows("ticket.receive")
def call_hints(request):
    """What the words typed so far are like, as a piece of HTML."""
    return render(request, "hotline/desk/_hints.html", _hints(request.user, request.POST))


def _call(request) -> Call | None:
    """The call of the form: one that rings at this agent or at nobody yet. Http404 for another's."""
    key = request.POST.get("call") or request.GET.get("call")
    if not key:
        return None
    own = Call.objects.visible_to(request.user).filter(Q(agent=request.user) | Q(agent=None))
    try:
        return own.select_related("line__category").get(pk=key)
    except (Call.DoesNotExist, ValueError, OverflowError):
        raise Http404 from None


def _of_the_call(call: Call | None, at: datetime) -> dict:
    """What the form begins with. The number of a call that is long over stays in the file of the call."""
    if call is None:
        return {}
    line = call.line
    return {"phone": call.phone if at - call.rang_at < LONGEST else "", "line": line and line.pk,
            "category": line.category.code if line and line.category else ""}


def _show(request, form: CallForm, draft: str, typed, *, status: int = 200):
    usual = Category.objects.reportable().filter(pk__in=_usual(request.user))
    return render(request, "hotline/desk/call_new.html", {
        "form": form, "draft": draft, "call": form.call, "usual": usual, "area": form.county,
        **_caller(request.user, typed.get("phone") or ""), **_hints(request.user, typed),
    }, status=status)


def _usual(user) -> list[int]:
    """The categories that this hotline chose most among its newest tickets, the most frequent first."""
    newest = Ticket.objects.of_county(user).exclude(category=None).order_by("-id").values_list("category", flat=True)
    chosen = list(newest[:300])
    return sorted(set(chosen), key=lambda pk: (-chosen.count(pk), pk))[:6]


def _caller(user, text: str) -> dict:
    phone = phones.normal(text)
    caller = Caller.objects.with_phone(phone).first()
    earlier = Ticket.objects.none()
    if caller:
        earlier = Ticket.objects.visible_to(user).filter(caller=caller).for_queue().order_by("-id")[:EARLIER]
    midnight = datetime.combine(localtime().date(), time(), localtime().tzinfo)
    times = Call.objects.visible_to(user).filter(phone_hash=lookup_hash(phone), rang_at__gte=midnight) if phone else None
    return {"looked": phone, "caller": caller, "earlier": rows_at(earlier, now()), "times": times.count() if times is not None else 0}


def _hints(user, typed) -> dict:
    text, place = (typed.get("content") or "")[:2000], (typed.get("place") or "")[:200]
    near, at = [], now()
    where = SimilarForm({**{name: typed.get(name) for name in ("category", "longitude", "latitude")}, "text": text})
    if where.is_valid():
        near = same.near(user, at, **where.cleaned_data)
    told = same.told(user, at, text=text, place=place, besides=[one.pk for one in near]) if text or place else []
    return {"likely": likely.likely(user, text), "near": near, "told": told}


def _tell(request, ticket: Ticket, end: str) -> None:
    said = _("%(number)s: %(end)s. Query code for the caller: %(code)s.")
    if end in (actions.End.INVALID, actions.End.JOIN):
        said = _("%(number)s: %(end)s.")
    messages.success(request, said % {"number": ticket.number, "end": actions.End(end).label, "code": ticket.code})
