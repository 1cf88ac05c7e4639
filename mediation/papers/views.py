"""The papers of a case: what there is and what is missing; printing; filing originals; opening the dossier."""

from urllib.parse import quote

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grids.jurisdiction import get_or_404, may
from shuangliu.attachments.forms import status
from shuangliu.pages.access import allows
from shuangliu.typesetting import fonts

from ..models import Case
from ..states import State
from . import actions, facts, inventory
from .forms import DossierForm, OriginalForm, PrintForm
from .models import Dossier, FileNumber

GET_AND_POST = require_http_methods(["GET", "POST"])


@require_safe
@allows("case.read")
def paper_list(request, pk):
    """The inventory, and the form that prints from it."""
    case, items = _fetch(request, pk, "case.read")
    # Of a filed case only what was signed can still be opened.
    wanted = "originals" if case.state == State.ARCHIVED else "pdf"
    return _page(request, case, items, PrintForm(items=items, initial={"wanted": wanted}))


@never_cache
@require_POST
@allows("case.print")
def paper_print(request, pk):
    """The file itself, on the answer to a stated purpose."""
    case, items = _fetch(request, pk, "case.print")
    form = PrintForm(request.POST, items=items)
    if not form.is_valid():
        return _page(request, case, items, form, 422)
    wanted, given = form.cleaned_data["wanted"], {
        "by": request.user, "at": now(), "chosen": form.cleaned_data["chosen"], "purpose": form.cleaned_data["purpose"]}
    if wanted == "originals":
        return _file(actions.open_originals(case, **given), f"{case.number}.pdf")
    content = actions.make_papers(case, **given, form=wanted, two_sided=form.cleaned_data["two_sided"])
    return _file(content, f"{case.number}.{'docx' if wanted == 'word' else 'pdf'}")


@never_cache
@require_POST
@allows("case.print")
def dossier_open(request, pk, dossier):
    """A dossier as it was filed, on the answer to a stated purpose."""
    case, items = _fetch(request, pk, "case.print")
    found = Dossier.objects.filter(case=case, pk=dossier).first()
    if found is None:
        raise Http404
    if not inventory.may_read_all(request.user, case):
        raise PermissionDenied(_("The dossier holds what the parties answered when they were asked about the "
                                 "mediation; that is not told to who mediated."))
    form = DossierForm(request.POST, auto_id=f"dossier_{found.pk}_%s")
    if not form.is_valid():
        return _page(request, case, items, PrintForm(items=items), 422, refused={found.pk: form})
    content = actions.open_dossier(case, found, by=request.user, at=now(), purpose=form.cleaned_data["purpose"])
    return _file(content, f"{case.number}.pdf")


@GET_AND_POST
@allows("case.file-paper")
def paper_file(request, pk, kind, subject):
    """Filing the signed original of one paper."""
    case, items = _fetch(request, pk, "case.file-paper")
    item = next((one for one in items if (one.kind, one.subject) == (kind, subject)), None)
    if item is None:
        raise Http404
    if request.method == "POST":
        form = OriginalForm(request.POST, request.FILES, by=request.user)
        if form.is_valid():
            actions.file_original(case, by=request.user, at=now(), item=item, **form.given())
            messages.success(request, _("Filed in the dossier."))
            return redirect("mediation:paper-list", pk=case.pk)
    else:
        form = OriginalForm(by=request.user)
    return render(request, "mediation/papers/paper_file.html", {"case": case, "item": item, "form": form},
                  status=status(form) if request.method == "POST" else 200)


def _fetch(request, pk, act: str):
    case = get_or_404(Case, pk, user=request.user, may=act, queryset=Case.objects.for_detail())
    return case, inventory.told_to(request.user, case, inventory.items(case, facts.of(case, clear=False)))


def _page(request, case: Case, items, form, code: int = 200, refused: dict[int, DossierForm] | None = None):
    """`refused`: the form of a dossier that was asked for without saying why. What must be there and was never made
    is ticked beforehand."""
    user = request.user
    due = [item.key for item in items if item.is_missing and not (item.paper and item.paper.made_at)]
    dossiers = case.dossiers.select_related("filed_by", "taken_out_by")
    return render(request, "mediation/papers/paper_list.html", {
        "case": case, "items": items, "form": form, "missing": inventory.missing(items),
        "file_number": FileNumber.text_of(case), "is_filed": case.state == State.ARCHIVED,
        "may_print": may(user, "case.print", case), "may_file": may(user, "case.file-paper", case),
        "may_read_all": inventory.may_read_all(user, case),
        "dossiers": [(one, (refused or {}).get(one.pk) or DossierForm(auto_id=f"dossier_{one.pk}_%s"))
                     for one in dossiers],
        "chosen": form.data.getlist("papers") if form.is_bound else due,
        "unprintable": sorted(set().union(*(fonts.missing(party.name) for party in case.parties.all()))),
    }, status=code)


def _file(content: bytes, name: str) -> HttpResponse:
    """PDF opens in the browser, to be printed from there; Word is saved."""
    is_pdf = name.endswith(".pdf")
    response = HttpResponse(content, content_type="application/pdf" if is_pdf else actions.FORMATS["word"][1])
    response["Content-Disposition"] = f"{'inline' if is_pdf else 'attachment'}; filename*=UTF-8''{quote(name)}"
    response["X-Content-Type-Options"] = "nosniff"
    return response
