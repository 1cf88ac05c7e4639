"""/residents/care/tasks/: the errands of a grid worker, on the phone. Every opening is on record."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import get_or_404
from shuangliu import audit
from shuangliu.pages import keyset, unsent
from shuangliu.pages.access import allows

from .. import actions
from ..forms import ReportForm
from ..models import CareTask


@never_cache
@require_safe
@allows("care-task.view")
def task_list(request):
    """What is still to be done, first what is due first; without names and doors."""
    rows = CareTask.objects.visible_to(request.user).to_do()
    page = keyset.page(rows, order=("due_on", "id"), after=request.GET.get("after"))
    return render(request, "residents/care/task_list.html", {"page": page, "today": localdate()})


@never_cache
@require_http_methods(["GET", "POST"])
@allows("care-task.view")
def task_detail(request, pk):
    """The errand, the door and a masked name; POST says what became of it."""
    at = now()
    task = get_or_404(CareTask, pk, user=request.user, may="care-task.view", queryset=CareTask.objects.for_list())
    form = ReportForm(unsent.typed(request))
    if request.method == "POST" and form.is_valid():
        actions.report(task, by=request.user, at=at, **form.cleaned_data)
        messages.success(request, _("Thank you. The office knows."))
        return redirect("residents:care-task-list")
    audit.record("care-task.opened", task, by=request.user, at=at)
    return render(request, "residents/care/task_detail.html", {"task": task, "form": form, "today": localdate(at)},
                  status=422 if request.method == "POST" else 200)
