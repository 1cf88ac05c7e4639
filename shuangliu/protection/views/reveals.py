"""Asking for personal data in clear; hiding them again; who revealed what."""

from django.db.models import Model
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grids.jurisdiction import get_or_404
from shuangliu.pages import keyset, unsent
from shuangliu.pages.access import SIGNED_IN, allows

from .. import reveals
from ..forms import PurposeForm
from ..kinds import kind_of
from ..models import Reveal


def reveal_view(model: type[Model]):
    """The page at which the personal data of a matter are asked for: GET asks for the purpose, POST opens them on the
    page that shows them. `model` is registered with `reveals.register`."""
    kind = kind_of(model)

    @never_cache
    @require_http_methods(["GET", "POST"])
    @allows(kind.act)
    def view(request, pk):
        matter = get_or_404(model, pk, user=request.user, may=kind.act, queryset=kind.rows())
        form, code = PurposeForm(unsent.typed(request)), 200
        back = _ours(request, request.GET.get("next", "")) or kind.shown_at(matter)
        if request.method == "POST":
            code = 422
            if form.is_valid():
                try:
                    reveals.reveal(matter, by=request.user, at=now(), **form.cleaned_data)
                    return redirect(back)
                except reveals.TooMany as error:
                    form.add_error(None, str(error))
                    code = 429
        return render(request, "protection/reveal.html", {
            "matter": matter, "form": form, "fields": [field.label for field in kind.fields],
            "back": back}, status=code)

    view.__name__ = view.__qualname__ = f"{model._meta.model_name}_reveal"
    return view


@require_POST
@allows(SIGNED_IN)
def reveal_hide(request, pk):
    """Done before the five minutes are over; back to the page that showed it."""
    shown = get_object_or_404(Reveal.objects.visible_to(request.user), pk=pk)
    reveals.hide(shown, at=now())
    return redirect(_ours(request, request.POST.get("back", "")) or "desk")


@require_safe
@allows("reveal.view")
def reveal_list(request):
    """`?by=` one person; newest first."""
    rows = Reveal.objects.watched_by(request.user).select_related("by")
    by = request.GET.get("by", "")
    if by.isascii() and by.isdigit() and len(by) <= 18:
        rows = rows.filter(by=int(by))
    page = keyset.page(rows, order=("-id",), after=request.GET.get("after"))
    return render(request, "protection/reveal_list.html", {"page": page, "by": by})


def _ours(request, url: str) -> str:
    """An address of this site, or nothing."""
    return url if url_has_allowed_host_and_scheme(url, {request.get_host()}, request.is_secure()) else ""
