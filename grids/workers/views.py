"""The file of a grid worker: seen by the worker and the desks above, kept by sub-centre and county."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from shuangliu.pages import keyset, unsent
from shuangliu.pages.access import allows

from .. import duties
from ..jurisdiction import get_or_404, may
from . import actions
from .forms import CertificateForm, FileForm, PeriodForm, TrainingForm, WorkerFilter
from .models import WorkerFile

SOON = timedelta(days=60)


@require_safe
@allows("worker.view")
def worker_list(request):
    """Along the tree of areas, and in no other order: nobody is ranked (product line, domain.md §7)."""
    form = WorkerFilter(request.GET, user=request.user)
    files = form.narrow(WorkerFile.objects.visible_to(request.user).serving(localdate()), localdate())
    page = keyset.page(files.for_list(), order=("at_key", "user_id"), after=request.GET.get("after"))
    return render(request, "grids/worker_list.html", {"page": page, "form": form, "today": localdate(),
                                                      "soon": localdate() + SOON}, status=422 if form.errors else 200)


@require_safe
@allows("worker.view")
def worker_detail(request, pk):
    file = file_or_404(request, pk, "worker.view")
    today = localdate()
    asked = {"start": request.GET.get("start") or today.replace(day=1), "end": request.GET.get("end") or today}
    period = PeriodForm(asked)
    done = duties.done(file.user, **period.cleaned_data) if period.is_valid() else []
    return render(request, "grids/worker_detail.html", {
        "file": file, "period": period, "duties": done[:-1], "other": done[-1][1] if done else [],
        "trainings": file.trainings.all(), "certificates": file.certificates.all(), "skills": file.skills.all(),
        "today": today, "soon": today + SOON, "may_edit": may(request.user, "worker.edit", file),
    }, status=422 if period.errors else 200)


@require_http_methods(["GET", "POST"])
@allows("worker.edit")
def worker_edit(request, pk):
    file = file_or_404(request, pk, "worker.edit")
    known = {name: getattr(file, name) for name in ("selection", "selected_on", "selected_by", "document")}
    known["skills"] = "、".join(skill.name for skill in file.skills.all())
    return _page(request, file, FileForm, actions.edit, gettext_lazy("Selection and skills"), initial=known)


@require_http_methods(["GET", "POST"])
@allows("worker.edit")
def worker_training(request, pk):
    return _page(request, file_or_404(request, pk, "worker.edit"), TrainingForm, actions.add_training,
                 gettext_lazy("Add a training"))


@require_http_methods(["GET", "POST"])
@allows("worker.edit")
def worker_certificate(request, pk):
    return _page(request, file_or_404(request, pk, "worker.edit"), CertificateForm, actions.add_certificate,
                 gettext_lazy("Add a certificate"))


@require_POST
@allows("worker.edit")
def worker_remove(request, pk):
    """Takes out the `training` or `certificate` with that number, which was entered by mistake."""
    file = file_or_404(request, pk, "worker.edit")
    for name, entries in (("training", file.trainings), ("certificate", file.certificates)):
        number = request.POST.get(name, "")
        if number.isascii() and number.isdigit() and len(number) < 19:
            if entry := entries.filter(pk=number).first():
                actions.remove(entry, by=request.user, at=now())
                messages.success(request, _("Taken out of the file."))
            return redirect(file)
    raise BadRequest("names no entry")


def file_or_404(request, pk, act: str) -> WorkerFile:
    return get_or_404(WorkerFile, pk, user=request.user, may=act, queryset=WorkerFile.objects.select_related("user"))


def _page(request, file: WorkerFile, form_class, action, title, *, initial=None):
    """One form about the file, its action, and back."""
    form = form_class(unsent.typed(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        action(file, by=request.user, at=now(), **form.cleaned_data)
        messages.success(request, _("Written into the file."))
        return redirect(file)
    return render(request, "grids/worker_form.html", {"file": file, "form": form, "title": title},
                  status=422 if request.method == "POST" else 200)
