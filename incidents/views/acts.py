"""A page for each act: GET asks, POST does. They differ in their deed only."""

from collections.abc import Callable

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404
from shuangliu.attachments.forms import status
from shuangliu.pages import drafts, unsent
from shuangliu.pages.access import allows
from shuangliu.worklists import presence

from .. import texts
from ..actions import IncidentMoved
from ..deeds import DEEDS, Deed, check
from ..models import Incident


def act_view(deed, of: str, page: Callable):
    """The view of one act on an incident or a demand: `page(request, pk, deed)` for who may do it."""

    @require_http_methods(["GET", "POST"])
    @allows(f"{of}.{deed.act}")
    def view(request, pk):
        return page(request, pk, deed)

    view.__name__ = view.__qualname__ = f"{of}_{deed.act.replace('-', '_')}"
    return view


def act_page(request, pk, deed: Deed):
    """/incidents/<pk>/<act>/: fetch what the person may do this to, ask, do it, answer. Raises Http404,
    PermissionDenied, IncidentMoved."""
    rows = Incident.objects.for_detail()
    incident = get_or_404(Incident, pk, user=request.user, may="incident.view", queryset=rows)
    try:
        check(incident, deed.act, request.user)
        if request.method == "GET":
            form = deed.form(unsent.take(request), None, incident=incident, by=request.user, initial=request.GET.dict())
            texts.prefill(form, request.GET.get("template"), incident, deed.act, request.user)
            return show(request, incident, deed, form, 200)
        form = deed.form(request.POST, request.FILES, incident=incident, by=request.user)
        if not form.is_valid():
            return show(request, incident, deed, form, status(form))
        deed.do(incident, by=request.user, at=now(), **form.given())
    except IncidentMoved as moved:
        # The same hand clicked twice: it is done, and nothing is lost.
        if request.method == "GET" or not moved.is_repeat:
            raise
    messages.success(request, deed.said(incident))
    return drafts.stored(redirect(incident), draft_key(incident, deed))


def show(request, incident: Incident, deed: Deed, form, code: int):
    context = {"incident": incident, "deed": deed, "form": form, "draft": draft_key(incident, deed),
               "others": presence.others(incident, request.user, now()),
               "texts": texts.offered(form, incident, deed.act, request.user)}
    return render(request, "incidents/incident_act.html", context, status=code)


def draft_key(incident: Incident, deed: Deed) -> str:
    return f"incident-{deed.act}-{incident.pk}"


ACT_VIEWS = {act: act_view(deed, "incident", act_page) for act, deed in DEEDS.items()}
