"""/residents/imports/: tables on their way into the register."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grids.jurisdiction import get_or_404, holds, may
from shuangliu import audit
from shuangliu.pages import fragments, keyset
from shuangliu.pages.access import allows
from shuangliu.pages.conflict import Conflict
from shuangliu.spreadsheets import Unreadable, download

from . import carrying, deciding, layout, marking, showing, undoing, uploading
from .forms import ColumnsForm, DecideForm, UploadForm
from .models import Batch
from .problems import ASKED, OF_ANOTHER, OF_THE_CARD, PROBLEMS
from .starting import start
from .states import OPEN, RUNNING, Decision, Outcome, State


def _batch(request, pk, act: str) -> Batch:
    rows = Batch.objects.select_related("area", "created_by", "carried_by", "undone_by").defer("area__outline")
    return get_or_404(Batch, pk, user=request.user, may=act, queryset=rows)


@require_safe
@allows("import.view")
def import_list(request):
    rows = Batch.objects.visible_to(request.user).select_related("area", "created_by").defer("area__outline")
    page = keyset.page(rows, order=("-id",), after=request.GET.get("after"))
    return render(request, "residents/imports/import_list.html", {
        "page": page, "may_upload": holds(request.user, "import.upload")})


@require_http_methods(["GET", "POST"])
@allows("import.upload")
def import_upload(request):
    if request.method == "GET":
        return render(request, "residents/imports/import_upload.html", {"form": UploadForm(user=request.user)})
    form = UploadForm(request.POST, request.FILES, user=request.user)
    if form.is_valid():
        given = form.cleaned_data
        try:
            batch = uploading.upload(given["file"], by=request.user, at=now(), uuid=given["uuid"], area=given["area"],
                                     name=given["file"].name, kind=given["kind"])
            return redirect("residents:import-check", batch.pk)
        except Unreadable as error:
            form.add_error("file", str(error))
    return render(request, "residents/imports/import_upload.html", {"form": form}, status=422)


@require_http_methods(["GET", "POST"])
@allows("import.upload")
def import_check(request, pk):
    """What the columns are; sent, the check begins."""
    batch = _open_batch(request, pk)
    form = ColumnsForm(request.POST if request.method == "POST" else None, batch=batch)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        uploading.map_columns(batch, by=request.user, at=now(), columns=given["columns"], filled=given["filled"],
                              kind=given["kind"])
        start(batch)
        return redirect(batch)
    return _columns(request, batch, form, status=422 if form.is_bound else 200)


@require_POST
@allows("import.upload")
def import_sheet(request, pk):
    """Another sheet of the workbook is read instead."""
    batch = _open_batch(request, pk)
    try:
        uploading.choose_sheet(batch, by=request.user, at=now(), sheet=request.POST.get("sheet", ""))
    except Unreadable as error:
        return _columns(request, batch, ColumnsForm(batch=batch), status=422, unread=str(error))
    return redirect("residents:import-check", batch.pk)


def _open_batch(request, pk) -> Batch:
    batch = _batch(request, pk, "import.upload")
    if batch.state not in OPEN:
        raise Conflict(_("This import has gone on meanwhile."), matter=batch)
    return batch


def _columns(request, batch: Batch, form: ColumnsForm, *, status: int, unread: str = ""):
    """`unread`: why the sheet that was chosen cannot be read."""
    return render(request, "residents/imports/import_check.html", {
        "batch": batch, "form": form, "lines": list(form.lines(showing.samples(batch))), "unread": unread},
        status=status)


@require_safe
@allows("import.view")
def import_detail(request, pk):
    batch = _batch(request, pk, "import.view")
    context = {"batch": batch, "is_running": batch.state in RUNNING,
               "step": carrying.heard(batch) if batch.state == State.CARRYING else ""}
    if fragments.is_asked(request):
        return fragments.answer(request, "residents/imports/_import_progress.html", context,
                                fragments.mark_of(batch.state, batch.progress, batch.counts, context["step"]))
    if not context["is_running"]:
        context |= _rows(request, batch) if batch.counts.get("rows") is not None else {}
    return render(request, "residents/imports/import_detail.html", context | {
        "may_carry": batch.state == State.CHECKED and may(request.user, "import.carry-out", batch),
        "may_undo": batch.state == State.CARRIED and may(request.user, "import.undo", batch),
        "may_upload": batch.state in OPEN and may(request.user, "import.upload", batch),
        "refused_columns": layout.refused(batch.headings),
        "strangers": layout.strangers(batch.headings, batch.columns)})


def _rows(request, batch: Batch) -> dict:
    counts, asked = batch.counts, batch.counts.get("asked", {})
    tab = request.GET.get("tab") or next((name for name in (Outcome.SUSPICIOUS, Outcome.REFUSED, Outcome.NEW)
                                          if counts.get(name)), Outcome.NEW)
    if tab not in Outcome.values:
        raise Http404
    asks = request.GET.get("asks", "") if request.GET.get("asks") in PROBLEMS else ""
    of_tab = [(code, PROBLEMS[code].text, asked[code]) for code in PROBLEMS
              if code in asked and (code in ASKED) == (tab == Outcome.SUSPICIOUS)]
    page, rows = showing.page(batch, request.user, outcome=tab, asks=asks, after=request.GET.get("after"))
    return {"tab": tab, "asks": asks, "page": page, "rows": rows,
            "tabs": [(outcome.value, outcome.label, counts.get(outcome.value, 0)) for outcome in Outcome],
            "kinds": of_tab if tab in {Outcome.SUSPICIOUS, Outcome.REFUSED} else [],
            "decisions": _decisions() if tab == Outcome.SUSPICIOUS and batch.state == State.CHECKED else [],
            "decisions_of_kind": [one for one in _decisions() if asks in one[3].split()]}


def _decisions() -> list[tuple]:
    """(value, label, icon, what it fits) of each button."""
    fits = {Decision.TAKE: [code for code in ASKED if code not in OF_THE_CARD], Decision.THEM: OF_ANOTHER,
            Decision.CARD: OF_THE_CARD, Decision.LEAVE: ASKED}
    icons = {Decision.TAKE: "check", Decision.THEM: "user", Decision.CARD: "check-circle", Decision.LEAVE: "x"}
    return [(decision.value, decision.label, icons[decision], " ".join(sorted(codes)))
            for decision, codes in fits.items()]


@require_POST
@allows("import.upload")
def import_decide(request, pk):
    batch = _batch(request, pk, "import.upload")
    form = DecideForm(request.POST)
    numbers = [int(text) for text in request.POST.getlist("number") if text.isdigit()]
    asks = request.POST.get("all", "")
    if form.is_valid() and (numbers or asks):
        count = deciding.decide(batch, by=request.user, at=now(), decision=form.cleaned_data["decision"],
                                numbers=None if asks else numbers, asks=asks)
        messages.success(request, _("Rows decided: %(n)d.") % {"n": count})
    else:
        messages.error(request, _("Tick the rows first, and say what is to become of them."))
    back = request.POST.get("back", "")
    return redirect(f"{batch.get_absolute_url()}?{back}" if back else batch.get_absolute_url())


def _started(act: str, do):
    """The view of something that a worker goes on with."""

    @require_POST
    @allows(act)
    def view(request, pk):
        batch = _batch(request, pk, act)
        do(batch, by=request.user, at=now())
        start(batch)
        return redirect(batch)

    return view


import_carry_out = _started("import.carry-out", carrying.carry_out)
import_undo = _started("import.undo", undoing.undo)


@require_POST
@allows("import.upload")
def import_drop(request, pk):
    batch = _batch(request, pk, "import.upload")
    uploading.drop(batch, by=request.user, at=now())
    messages.success(request, _("Thrown away: the file and its rows are gone."))
    return redirect("residents:import-list")


@require_safe
@allows("import.view")
def import_marked(request, pk):
    """The table as it came, marked; whoever takes it out is written down."""
    batch = _batch(request, pk, "import.view")
    if not batch.file or batch.checked_at is None:
        raise Conflict(_("There is no checked table to take out."), matter=batch)
    audit.record("import.marked", batch, by=request.user, at=now())
    return download(marking.marked(batch), f"{batch.number} {_('marked')}", "xlsx")
