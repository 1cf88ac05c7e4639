"""The file of a mediator: for the manager of their centre and for themselves. Nobody is compared with anybody."""

from datetime import timedelta
from itertools import groupby

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grids.jurisdiction import get_or_404, may
from shuangliu.deadlines.models import Step
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from ...models import Case, Mediator, MediatorCertificate, MediatorTraining
from .. import actions
from ..forms import CertificateForm, GroundForm, TrainingForm
from ..history import history

GET_AND_POST = require_http_methods(["GET", "POST"])
SOON = timedelta(days=60)
ROWS = Mediator.objects.select_related("org__area", "org__center", "user")


@require_safe
@allows("mediator.view")
def mediator_detail(request, pk):
    mediator = _mediator(request, pk, "mediator.view")
    today = localdate()
    trainings = list(mediator.trainings.all())
    years = [(year, sum(training.hours for training in group)) for year, group in
             groupby(trainings, key=lambda training: training.held_on.year)]
    opened = Case.objects.open().filter(mediator=mediator)
    work = [
        (gettext_lazy("Open cases"), opened.count()),
        (gettext_lazy("Due soon"), opened.filter(alert=Step.WARNED).count()),
        (gettext_lazy("Overdue"), opened.filter(alert__in=[Step.OVERDUE, Step.RAISED]).count()),
    ]
    return render(request, "mediation/network/mediator_detail.html", {
        "mediator": mediator, "specialties": mediator.specialties.select_related("parent"), "work": work,
        "trainings": trainings, "years": years, "certificates": mediator.certificates.all(),
        "grounds": mediator.recusal_grounds.all(), "memberships": mediator.memberships.select_related("org"),
        "today": today, "soon": today + SOON, "may_edit": may(request.user, "network.edit", mediator),
        "may_declare": may(request.user, "mediator.declare", mediator), "entries": history(mediator),
    })


@GET_AND_POST
@allows("network.edit")
def mediator_training(request, pk):
    mediator = _mediator(request, pk, "network.edit")
    return _add(request, mediator, TrainingForm, MediatorTraining(mediator=mediator), _("Add a training"))


@GET_AND_POST
@allows("network.edit")
def mediator_certificate(request, pk):
    mediator = _mediator(request, pk, "network.edit")
    return _add(request, mediator, CertificateForm, MediatorCertificate(mediator=mediator), _("Add a certificate"))


@require_POST
@allows("network.edit")
def mediator_remove(request, pk):
    """Takes out the `training` or `certificate` with that number, which was entered by mistake."""
    mediator = _mediator(request, pk, "network.edit")
    for name, entries in (("training", mediator.trainings), ("certificate", mediator.certificates)):
        if entry := _sent(request, name, entries):
            actions.remove(entry, by=request.user, at=now())
            messages.success(request, _("Taken out of the file."))
    return redirect(mediator)


@GET_AND_POST
@allows("mediator.declare")
def mediator_declare(request, pk):
    mediator = _mediator(request, pk, "mediator.declare")
    form = GroundForm(unsent.typed(request))
    if request.method == "POST" and form.is_valid():
        actions.declare(mediator, by=request.user, at=now(), **form.cleaned_data)
        messages.success(request, _("Declared. You and the manager of your centre see it."))
        return redirect(mediator)
    return _page(request, mediator, form, _("Declare a tie"))


@require_POST
@allows("mediator.declare")
def mediator_withdraw(request, pk):
    """Takes back the `ground` with that number."""
    mediator = _mediator(request, pk, "mediator.declare")
    if ground := _sent(request, "ground", mediator.recusal_grounds):
        actions.withdraw_ground(ground, by=request.user, at=now())
        messages.success(request, _("Withdrawn; the text is forgotten."))
    return redirect(mediator)


def _mediator(request, pk, act: str) -> Mediator:
    return get_or_404(Mediator, pk, user=request.user, may=act, queryset=ROWS.all())


def _sent(request, name: str, entries):
    number = request.POST.get(name, "")
    is_number = number.isascii() and number.isdigit() and len(number) < 19
    return entries.filter(pk=number).first() if is_number else None


def _add(request, mediator: Mediator, form_class, entry, title: str):
    form = form_class(unsent.typed(request), instance=entry)
    if request.method == "POST" and form.is_valid():
        actions.add(form.instance, by=request.user, at=now())
        messages.success(request, _("Written into the file."))
        return redirect(mediator)
    return _page(request, mediator, form, title)


def _page(request, mediator: Mediator, form, title: str):
    return render(request, "mediation/network/row_form.html", {
        "form": form, "title": title, "note": mediator.name, "back": mediator.get_absolute_url(),
        "back_label": mediator.name,
    }, status=422 if request.method == "POST" else 200)
