"""/retention/: the rules and what they would do, the ledger, what is held back and what is restricted."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import get_or_404, holds, posts_for
from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from . import dry_run, restrictions
from . import holds as holding
from .forms import HoldForm, LiftForm, MarkForm
from .models import Forgetting, Hold, Restriction


@require_safe
@allows("retention.view")
def rules(request):
    """The rules in force, and what each would forget now (the dry run)."""
    return render(request, "retention/rules.html", {"outlooks": list(dry_run.outlooks(now())), "most": dry_run.MOST})


@require_safe
@allows("retention.view")
def ledger(request):
    rows = Forgetting.objects.all()
    if what := request.GET.get("what"):
        rows = rows.filter(what=what)
    page = keyset.page(rows, order=("-id",), after=request.GET.get("after"))
    return render(request, "retention/ledger.html", {"page": page, "what": what})


@require_safe
@allows("retention.view")
def forgetting_detail(request, pk):
    entry = get_object_or_404(Forgetting, pk=pk)
    page = keyset.page(entry.items.all(), order=("id",), after=request.GET.get("after"))
    return render(request, "retention/forgetting_detail.html", {"entry": entry, "page": page})


@require_http_methods(["GET", "POST"])
@allows("retention.view")
def hold_list(request):
    return _list(request, Hold, HoldForm, "hold")


@require_http_methods(["GET", "POST"])
@allows("hold.lift")
def hold_lift(request, pk):
    return _lift(request, get_or_404(Hold, pk, user=request.user, may="hold.lift"), holding.lift, "hold")


@require_http_methods(["GET", "POST"])
@allows("retention.view")
def restriction_list(request):
    return _list(request, Restriction, MarkForm, "restriction")


@require_http_methods(["GET", "POST"])
@allows("restriction.lift")
def restriction_lift(request, pk):
    mark = get_or_404(Restriction, pk, user=request.user, may="restriction.lift")
    return _lift(request, mark, restrictions.lift, "restriction")


def _list(request, model, form_class, name: str):
    """The marks of one sort, and the form for one more for those who may make one."""
    may_make, status = holds(request.user, f"{name}.make"), 200
    form = form_class(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not may_make:
            raise PermissionDenied
        if form.is_valid():
            _make(request, name, form.cleaned_data)
            return redirect(f"retention:{name}-list")
        status = 422
    page = keyset.page(model.objects.visible_to(request.user).select_related("by", "lifted_by"), order=("-id",),
                       after=request.GET.get("after"))
    return render(request, f"retention/{name}_list.html", {
        "page": page, "form": form if may_make else None, "may_lift": holds(request.user, f"{name}.lift")},
        status=status)


def _make(request, name: str, given: dict) -> None:
    make = holding.hold if name == "hold" else restrictions.restrict
    area = posts_for(request.user, f"{name}.make")[0].area
    more = {"until": given["until"]} if name == "hold" else {}
    made = make(given["matter"], by=request.user, at=now(), reason=given["reason"], basis=given["basis"],
                area_key=area.key, **more)
    said = _("It holds from now on.") if made else _("It was restricted already.")
    messages.success(request, said)


def _lift(request, mark, lift, name: str):
    form, status = LiftForm(request.POST if request.method == "POST" else None), 200
    if request.method == "POST":
        if form.is_valid():
            lifted = lift(mark, by=request.user, at=now(), why=form.cleaned_data["why"])
            messages.success(request, _("Lifted.") if lifted else _("Somebody has lifted it already."))
            return redirect(f"retention:{name}-list")
        status = 422
    return render(request, "retention/lift.html", {"mark": mark, "form": form, "back": f"retention:{name}-list"},
                  status=status)
