"""/residents/care/: what has to be acted on, due first; what is open; what has ended."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds
from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from ..models import CareReferral
from ..worklist import TABS, count, rows_of_tab


@require_safe
@allows("care.view")
def care_list(request):
    """`?tab=`, `?after=`."""
    user, may_write = request.user, holds(request.user, "care.write")
    tab = request.GET.get("tab") or "waiting"
    if tab not in TABS:
        raise BadRequest("no such tab")
    page = keyset.page(rows_of_tab(tab, user).for_queue(), order=TABS[tab][1], after=request.GET.get("after"))
    waiting = count(user)
    return render(request, "residents/care/care_list.html", {
        "page": page, "tab": tab, "may_write": may_write, "may_see_figures": holds(user, "care.figures"),
        "tabs": [(name, label, waiting if name == "waiting" else None) for name, (label, _order) in TABS.items()
                 if may_write or name != "drafts"]})


@require_safe
@allows("care.view")
def care_search(request):
    """A number (ZJ00000012) leads to its referral; nobody is found by name or phone."""
    typed = request.GET.get("q", "").strip().upper().removeprefix("ZJ").lstrip("0")
    if typed.isascii() and typed.isdigit() and len(typed) <= 18:
        found = CareReferral.objects.visible_to(request.user).filter(pk=int(typed)).first()
        if found:
            return redirect(found)
    messages.warning(request, _("No referral of yours has this number."))
    return redirect("residents:care-list")
