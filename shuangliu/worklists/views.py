"""The pages on which a person keeps filters. A business mounts them for its list, each behind its own rule:

    @allows("incident.view")
    def incident_filters(request):
        return filters_page(request, WORKLIST)
"""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from shuangliu.pages import unsent

from . import actions
from .forms import NameForm, SaveForm
from .lists import MANY, Worklist


def filters_page(request, worklist: Worklist):
    """GET shows what is kept, POST keeps one more and leads to it."""
    sent = unsent.typed(request)
    form = SaveForm(sent, worklist=worklist, user=request.user) if sent is not None else None
    if request.method == "POST" and form.is_valid():
        try:
            saved = actions.save_filter(worklist, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error("name", error)
        else:
            messages.success(request, _("The filter “%(name)s” is kept.") % {"name": saved.name})
            return redirect(worklist.address(saved.query))
    return _show(request, worklist, form, 422 if request.method == "POST" else 200)


def filter_page(request, worklist: Worklist, pk: int):
    """POST `act`: rename, default, plain (no longer the default) or delete. GET leads to the page of all."""
    saved = get_object_or_404(actions.filters_of(request.user, worklist), pk=pk)
    act = request.POST.get("act")
    if act == "delete":
        saved.delete()
        messages.success(request, _("The filter “%(name)s” is deleted.") % {"name": saved.name})
    elif act in ("default", "plain"):
        actions.choose_default(saved, by=request.user, is_default=act == "default")
    elif request.method == "POST":
        form = NameForm(request.POST)
        if form.is_valid():
            try:
                actions.rename_filter(saved, by=request.user, name=form.cleaned_data["name"])
            except ValidationError as error:
                form.add_error("name", error)
        if form.errors:
            return _show(request, worklist, None, 422, wrong=saved.pk, name_form=form)
    return redirect(f"{worklist.route}-filters")


def filter_counts(request, worklist: Worklist) -> JsonResponse:
    """How many rows each filter shows now; those that would read history are left out."""
    at, counts = now(), {}
    for saved in actions.filters_of(request.user, worklist):
        number = worklist.count(saved.query, request.user, at)
        if number is not None:
            counts[saved.pk] = f"{MANY - 1}+" if number >= MANY else str(number)
    return JsonResponse(counts)


def _show(request, worklist: Worklist, form, code: int, **more):
    filters = [{"saved": saved, "url": worklist.address(saved.query)}
               for saved in actions.filters_of(request.user, worklist)]
    return render(request, "worklists/filters.html", {
        "worklist": worklist, "filters": filters, "form": form, "most": actions.MOST,
        "one_route": f"{worklist.route}-filter", "action": f"{worklist.route}-filters", **more}, status=code)
