"""/protection/looks/: who looked at the data of a person, for the auditor."""

import re
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from shuangliu import audit
from shuangliu.pages import keyset, unsent
from shuangliu.pages.access import allows

from .. import looks
from ..forms import SearchForm
from ..models import Look

KEYS = re.compile(r"[0-9a-f]{64}(,[0-9a-f]{64}){0,3}")


@never_cache
@require_http_methods(["GET", "POST"])
@allows("look.search")
def look_search(request):
    """POST takes the number, so that it stands in no address and no log of a server; what is found is read by its keyed
    hash: `?of=`, newest first, `?after=`."""
    form = SearchForm(unsent.typed(request))
    if request.method == "POST":
        if not form.is_valid():
            return render(request, "protection/look_search.html", {"form": form}, status=422)
        audit.record("look.searched", None, by=request.user, at=now(), purpose=form.cleaned_data["why"])
        keys = ",".join(sorted(looks.keys_for(form.cleaned_data["number"])))
        return redirect(f"{reverse('protection:look-search')}?{urlencode({'of': keys})}")
    if not (of := request.GET.get("of", "")):
        return render(request, "protection/look_search.html", {"form": form})
    if not KEYS.fullmatch(of):
        raise BadRequest("no such keys")
    rows = Look.objects.visible_to(request.user).filter(subject__in=of.split(",")).select_related("entry")
    page = keyset.page(rows, order=("-entry_id", "-id"), after=request.GET.get("after"))
    return render(request, "protection/look_search.html", {"form": form, "page": page, "seen": looks.told(page.rows)})
