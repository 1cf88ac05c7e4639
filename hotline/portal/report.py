"""/public/report/: what somebody tells the county, without an account."""

from datetime import timedelta

from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from hotline import actions
from hotline.guard.blocking import blocked
from hotline.models import Channel, Ticket
from incidents.models import Category
from shuangliu import guard
from shuangliu.attachments.forms import status
from shuangliu.pages import drafts, receipts
from shuangliu.pages.access import ANYONE, allows
from shuangliu.pages.conflict import Conflict

from . import consent, nearby, signs, tokens
from .forms import ReportForm
from .near_form import NearForm

DRAFT = "portal-report"
AGAIN = timedelta(days=1)  # so long the same form, sent again, shows its receipt: a phone may have lost it


@never_cache
@require_http_methods(["GET", "POST"])
@allows(ANYONE)
def report(request):
    if request.method == "POST":
        return _take(request)
    spot = signs.spot(request.GET.get("at", ""))
    initial = {"at": spot.slug, "place": spot.place, "longitude": spot.longitude, "latitude": spot.latitude
               } if spot else {}
    return _show(request, ReportForm(initial=initial), 200)


def _take(request):
    """Two taps, a slow network, the way back: the same form makes one ticket."""
    if sent := _sent_before(request):
        return _receipt_of(request, sent)
    guard.check(request, "portal.submit")
    if blocked(request):
        return refuse(request)
    form = ReportForm(request.POST, request.FILES)
    is_valid = form.is_valid()
    if form.used_sum:
        guard.throttle(request, "portal.sum")
    if not is_valid:
        if sent := _sent_before(request):  # the first tap was faster and has used up the puzzle
            return _receipt_of(request, sent)
        guard.count(request, "portal.submit")
        return _show(request, form, status(form))
    phone = form.cleaned_data["phone"]
    if phone and blocked(request, phone):
        return refuse(request)
    guard.throttle(request, "portal.submit", phone)
    with transaction.atomic():
        ticket, is_new = actions.submit(at=now(), channel=Channel.PORTAL, **form.given())
        if is_new:
            consent.agree(ticket, at=now())
    return _receipt_of(request, ticket)


def _sent_before(request) -> Ticket | None:
    return receipts.stored_before(request.POST.get("uuid", ""), Ticket.objects.filter(channel=Channel.PORTAL))


def _receipt_of(request, ticket: Ticket):
    if ticket.received_at < now() - AGAIN:
        raise Conflict(_("This was sent before. Please look it up by its number and code."))
    response = tokens.give(request, redirect("portal:receipt"), tokens.SENT, ticket)
    return drafts.stored(response, DRAFT)


def _show(request, form: ReportForm, code: int):
    advice = dict(Category.objects.reportable().exclude(advice="").values_list("code", "advice"))
    spot = signs.spot(form["at"].value() or "")
    return render(request, "hotline/portal/report.html", {
        "form": form.offer(), "draft": DRAFT, "spot": spot, "advice": advice, "consent": consent.words()}, status=code)


def refuse(request):
    """403: nothing is taken in writing for a time; the telephone is open."""
    return render(request, "hotline/guard/blocked.html", status=403)


@never_cache
@require_safe
@allows(ANYONE)
def receipt(request):
    """Number and code, for a quarter of an hour in the browser that has sent it; then never again."""
    ticket = tokens.take(request, tokens.SENT)
    if ticket is None:
        return redirect("portal:follow")
    return render(request, "hotline/portal/receipt.html", {"ticket": ticket})


@require_safe
@allows(ANYONE)
def at(request, slug):
    """A sign was scanned: the report with its place filled in."""
    if signs.spot(slug) is None:
        raise Http404
    return redirect(f"{reverse('portal:report')}?at={slug}")


@require_http_methods(["POST"])
@allows(ANYONE)
def near(request):
    """What is open around the point, while a report is being written: a piece of HTML; 422 without a point. By POST:
    where somebody stands belongs into no log of addresses."""
    guard.throttle(request, "portal.near")
    form = NearForm(request.POST)
    found = nearby.around(now(), **form.cleaned_data) if form.is_valid() else []
    return render(request, "hotline/portal/_similar.html", {"similar": found}, status=200 if form.is_valid() else 422)
