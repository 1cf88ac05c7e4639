"""A page for each act on a request: GET asks, POST does. They differ in their deed only."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from .. import actions
from ..deeds import DEEDS, Deed
from ..models import SubjectRequest


def act_view(deed: Deed):
    """The page of one act: /subjects/<pk>/<act>/."""

    @never_cache
    @require_http_methods(["GET", "POST"])
    @allows(f"subject.{deed.act}")
    def view(request, pk):
        return act_page(request, pk, deed)

    view.__name__ = view.__qualname__ = f"subject_{deed.act.replace('-', '_')}"
    return view


def act_page(request, pk, deed: Deed):
    """Fetch what the person may do this to, ask, do it once, answer. Raises Http404, PermissionDenied, Conflict."""
    at, user, rows = now(), request.user, SubjectRequest.objects.for_detail()
    asked = get_or_404(SubjectRequest, pk, user=user, may=f"subject.{deed.act}", queryset=rows)
    form = deed.form(unsent.typed(request), request=asked, by=user, at=at)
    try:
        actions.check(asked, deed.act, by=user)
        if request.method == "GET" or not form.is_valid() or not _done(form, deed, asked, user, at):
            return render(request, "subjects/subject_act.html", {"asked": asked, "deed": deed, "form": form},
                          status=422 if request.method == "POST" else 200)
    except actions.RequestMoved as moved:
        # The same hand clicked twice: it is done, and nothing is lost.
        if request.method == "GET" or not moved.is_repeat:
            raise
    messages.success(request, deed.done)
    still = SubjectRequest.objects.visible_to(user).filter(pk=pk).exists()
    return redirect(asked if still else reverse("subjects:subject-list"))


def _done(form, deed: Deed, asked: SubjectRequest, user, at) -> bool:
    """False where the action refuses; the form says why."""
    try:
        deed.do(asked, by=user, at=at, **form.given())
    except ValidationError as refused:
        form.add_error(None, refused)
        return False
    return True


ACT_VIEWS = {act: act_view(deed) for act, deed in DEEDS.items()}
