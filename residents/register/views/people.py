"""The page of a person."""

from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404, may
from shuangliu.pages.access import allows
from shuangliu.protection import reveals

from ...models import Likeness, Membership, Person
from .. import history
from ..exports import CHILD

ACTS = ("correct", "confirm", "move-in", "move-out", "merge", "unmerge", "reveal")


@require_safe
@allows("person.view")
def person_detail(request, pk):
    person, user, today = fetch(request, pk, "person.view"), request.user, localdate()
    moves = list(person.residences.select_related("dwelling__building").order_by("-until", "-id"))
    home = next((move for move in moves if move.until is None), None)
    member = person.memberships.filter(until=None).select_related("household__dwelling__building").first()
    members = member and list(Membership.objects.filter(household=member.household, until=None)
                              .select_related("person").order_by("relation", "id"))
    age = person.age_on(today)
    pairs = Likeness.objects.none()
    if may(user, "person.merge", person):
        pairs = Likeness.objects.visible_to(user).open().of(person).select_related("one", "other")
    shown = reveals.open_for(user, person)
    return reveals.private(render(request, "residents/register/person_detail.html", {
        "person": person, "reveal": shown, "home": home, "moves": [move for move in moves if move.until],
        "member": member, "members": members,
        "is_apart": bool(member and home and member.household.dwelling_id != home.dwelling_id),
        "permits": person.permits.order_by("-id"), "today": today, "age": age,
        "is_child": age is not None and age < CHILD, "timeline": history.entries(person),
        "merges": person.merges.filter(undone_at=None).select_related("gone", "by"),
        "pairs": pairs, "may_care": may(user, "care.write", person),
        "may": {act.replace("-", "_"): may(user, f"person.{act}", person) for act in ACTS},
        "may_visit": home and may(user, "visit.ask", home.dwelling),
        "may_form": home and may(user, "household.form", home.dwelling) and member is None}), shown)


def fetch(request, pk, act: str) -> Person:
    return get_or_404(Person, pk, user=request.user, may=act)
