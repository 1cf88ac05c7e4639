"""/retention/: the rules and what they would do, the ledger, what is held back and what is restricted."""

from django.contrib import messages
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


@require_safe
@allows("retention.view")
def hold_list(request):
    return _list(request, Hold, "hold")


@require_http_methods(["GET", "POST"])
@allows("hold.make")
def hold_make(request):
    return _make(request, HoldForm, holding.hold, "hold")


@require_http_methods(["GET", "POST"])
@allows("hold.lift")
def hold_lift(request, pk):
    return _lift(request, get_or_404(Hold, pk, user=request.user, may="hold.lift"), holding.lift, "hold")


@require_safe
@allows("retention.view")
def restriction_list(request):
    return _list(request, Restriction, "restriction")


@require_http_methods(["GET", "POST"])
@allows("restriction.make")
def restriction_make(request):
    return _make(request, MarkForm, restrictions.restrict, "restriction")


@require_http_methods(["GET", "POST"])
@allows("restriction.lift")
def restriction_lift(request, pk):
    mark = get_or_404(Restriction, pk, user=request.user, may="restriction.lift")
    return _lift(request, mark, restrictions.lift, "restriction")


def _list(request, model, name: str):
    page = keyset.page(model.objects.visible_to(request.user).select_related("by", "lifted_by"), order=("-id",),
                       after=request.GET.get("after"))
    may = {f"may_{act}": holds(request.user, f"{name}.{act}") for act in ("make", "lift")}
    return render(request, f"retention/{name}_list.html", {"page": page, **may})


def _make(request, form_class, make, name: str):
    form, status = form_class(request.POST if request.method == "POST" else None), 200
    if request.method == "POST":
        if form.is_valid():
            given = dict(form.cleaned_data)
            matter, _kind, _number = given.pop("matter"), given.pop("kind"), given.pop("number")
            area = posts_for(request.user, f"{name}.make")[0].area
            made = make(matter, by=request.user, at=now(), area_key=area.key, **given)
            messages.success(request, _("It holds from now on.") if made else _("It was restricted already."))
            return redirect(f"retention:{name}-list")
        status = 422
    return render(request, f"retention/{name}_make.html", {"form": form}, status=status)


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
