"""The pages of the registrar: what is to be entered, one visit, and what is done with it."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from grids.jurisdiction import get_or_404, holds, may
from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from ...models.living import Residence
from ...register.views.acting import REFUSED, attempt
from .. import actions
from ..forms import EnterForm, VisitFilter
from ..models import Result, VisitTask
from ..states import Act, allowed
from ..worklist import TABS, counts, rows_of_tab

ROWS = VisitTask.objects.select_related("dwelling__building__area", "asked_by", "done_by", "closed_by").defer(
    "dwelling__building__area__outline")


@require_safe
@allows("visit.view")
def visit_list(request):
    """`?tab=`, the filters of VisitFilter, `?after=`. Who makes visits has a page of the field instead."""
    user = request.user
    if holds(user, "visit.report") and not holds(user, "visit.ask") and not request.GET:
        return redirect("residents:visit-report")
    form = VisitFilter(request.GET, user=user)
    tab = request.GET.get("tab") or ("all" if form.is_set else "enter")
    if tab not in TABS:
        raise BadRequest("no such tab")
    page = keyset.page(form.narrow(rows_of_tab(tab, user)).for_queue(), order=TABS[tab][1],
                       after=request.GET.get("after"))
    found = counts(user)
    return render(request, "residents/visits/visit_list.html", {
        "page": page, "form": form, "tab": tab, "may_ask": holds(user, "visit.ask"), "today": localdate(),
        "tabs": [(name, label, found.get(name)) for name, (label, _order) in TABS.items()],
    }, status=422 if form.errors else 200)


@require_safe
@allows("visit.view")
def visit_detail(request, pk):
    return _page(request, _fetch(request, pk, "visit.view"))


@require_POST
@allows("visit.enter")
def visit_enter(request, pk):
    """One tap where the page says what the worker found; what is not clear is asked for at its field."""
    task = _fetch(request, pk, "visit.enter")
    form = EnterForm(request.POST, task=task, homes=_homes(task))
    if form.is_valid() and attempt(form, lambda: actions.enter(task, by=request.user, at=now(),
                                                               people=form.given())) is not REFUSED:
        messages.success(request, _("Entered in the register."))
        return redirect("residents:visit-list")
    return _page(request, task, form, status=422)


@require_POST
@allows("visit.cancel")
def visit_cancel(request, pk):
    task = _fetch(request, pk, "visit.cancel")
    actions.cancel(task, by=request.user, at=now())
    messages.success(request, _("Cancelled; the worker need not go."))
    return redirect(task)


def _page(request, task: VisitTask, form: EnterForm | None = None, status: int = 200):
    user, homes = request.user, _homes(task)
    may_enter = may(user, "visit.enter", task) and allowed(Act.ENTER, task.state)
    if may_enter and form is None:
        form = EnterForm(task=task, homes=homes)
    return render(request, "residents/visits/visit_detail.html", {
        "task": task, "homes": homes, "tries": list(task.tries_made.select_related("by")), "today": localdate(),
        "form": form if may_enter else None, "may_cancel": may(user, "visit.cancel", task) and allowed(
            Act.CANCEL, task.state),
        "may_report": may(user, "visit.report", task) and allowed(Act.REPORT, task.state),
        "has_new": task.result == Result.SOMEBODY_NEW, "is_nobody": task.result == Result.NOBODY,
        "may_register": holds(user, "person.register")}, status=status)


def _homes(task: VisitTask) -> list[Residence]:
    return list(Residence.objects.filter(dwelling=task.dwelling_id, until=None).in_use()
                .select_related("person").order_by("id"))


def _fetch(request, pk, act: str) -> VisitTask:
    return get_or_404(VisitTask, pk, user=request.user, may=act, queryset=ROWS.all())
