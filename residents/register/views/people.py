"""The page of a person."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404
from shuangliu.pages.access import allows

from ...models import Person


@require_safe
@allows("person.view")
def person_detail(request, pk):
    person = get_or_404(Person, pk, user=request.user, may="person.view")
    moves = person.residences.select_related("dwelling__building").order_by("-id")
    return render(request, "residents/register/person_detail.html", {"person": person, "moves": moves})
