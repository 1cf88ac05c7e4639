"""One act for all ticked incidents: asks once, does it to each, tells of each."""

from django.core.exceptions import BadRequest, PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import holds
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from .. import bulk
from ..forms import BulkForm

LIST = "incidents:incident-list"


@require_http_methods(["GET", "POST"])
@allows("incident.view")
def incident_bulk(request):
    """`act`, `ids` and, once asked, `sure` with the answers of the act's own form."""
    sent = unsent.typed(request)
    if sent is None:
        return redirect(LIST)
    deed = bulk.BULK.get(sent.get("act", ""))
    if deed is None:
        raise BadRequest("no such act for many")
    if not holds(request.user, f"incident.{deed.act}"):
        raise PermissionDenied
    ticked = BulkForm(sent, most=bulk.MOST)
    context = {"deed": deed, "ticked": ticked, "back": _back(ticked)}
    if not ticked.is_valid():
        return _show(request, context, 422)

    found, missing = bulk.find(ticked.cleaned_data["ids"], request.user)
    ready, refused = bulk.sort_out(found, deed, request.user)
    context |= {"ready": ready, "refused": missing + refused, "query": ticked.cleaned_data["back"]}
    if not ready:
        return _show(request, context, 409)
    is_sure = request.method == "POST" and "sure" in sent
    form = deed.form(sent if "sure" in sent else None, incident=ready[0], also=ready[1:], by=request.user)
    if not (is_sure and form.is_valid()):
        return _show(request, {**context, "form": form}, 422 if is_sure else 200)
    outcomes = bulk.do_all(ready, deed, by=request.user, at=now(), given=form.given())
    done = [outcome for outcome in outcomes if not outcome.reason]
    context |= {"done": done, "refused": missing + refused + [outcome for outcome in outcomes if outcome.reason]}
    return render(request, "incidents/incident_bulk_done.html", context, status=200 if done else 409)


def _show(request, context: dict, code: int):
    return render(request, "incidents/incident_bulk.html", context, status=code)


def _back(ticked: BulkForm) -> str:
    """The list from which they came."""
    ticked.is_valid()
    query = ticked.cleaned_data.get("back")
    return f"{reverse(LIST)}?{query}" if query else reverse(LIST)
