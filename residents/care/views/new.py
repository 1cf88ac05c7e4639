"""/residents/care/new/: a need is told at the counter."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404
from grids.models import Area
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from ...models import Person
from ...register.views.acting import REFUSED, attempt
from .. import actions
from ..forms import WriteForm
from ..limits import CHILD


@require_http_methods(["GET", "POST"])
@allows("care.write")
def care_new(request):
    """`?person=`: of somebody in the register."""
    at, user, person = now(), request.user, _person(request)
    age = person.age_on(localdate(at)) if person else None
    form = WriteForm(unsent.typed(request), user=user, person=person, age=age)
    if request.method == "POST" and form.is_valid():
        written = attempt(form, lambda: _write(form, user, at, person))
        if written is not REFUSED:
            messages.success(request, _("Written down as %(number)s. Nothing is sent before they agree.") % {
                "number": written.number})
            return redirect(written)
    return render(request, "residents/care/care_new.html", {
        "form": form, "person": person, "is_child": age is not None and age < CHILD},
        status=422 if request.method == "POST" else 200)


def _write(form, user, at, person):
    given = dict(form.cleaned_data)
    area = given.pop("area", None) or _area_of(person)
    referral, _new = actions.write(by=user, at=at, area=area, person=person, **given)
    return referral


def _area_of(person: Person) -> Area:
    """Where they live: the grid, or the community while no grid is known."""
    return Area.objects.filter(key__in=[person.grid_key, person.community_key]).order_by("-key", "-level").first()


def _person(request) -> Person | None:
    pk = request.GET.get("person", "")
    if not pk:
        return None
    if not (pk.isascii() and pk.isdigit()):
        raise Http404
    return get_or_404(Person, pk, user=request.user, may="care.write")
