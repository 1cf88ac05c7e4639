"""The page of a person."""

from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.timezone import now as moment
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404, may
from shuangliu import audit
from shuangliu.pages.access import allows

from ...models import Likeness, Membership, Person
from .. import history
from ..exports import CHILD
from ..forms import RevealForm
from .acting import GET_AND_POST, typed

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
    return render(request, "residents/register/person_detail.html", {
        "person": person, "home": home, "moves": [move for move in moves if move.until], "member": member,
        "members": members, "is_apart": bool(member and home and member.household.dwelling_id != home.dwelling_id),
        "permits": person.permits.order_by("-id"), "today": today, "age": age,
        "is_child": age is not None and age < CHILD, "timeline": history.entries(person),
        "merges": person.merges.filter(undone_at=None).select_related("gone", "by"),
        "pairs": pairs,
        "may": {act.replace("-", "_"): may(user, f"person.{act}", person) for act in ACTS},
        "may_form": home and may(user, "household.form", home.dwelling) and member is None})


@never_cache
@GET_AND_POST
@allows("person.reveal")
def person_reveal(request, pk):
    """In clear on the answer to a stated purpose, and nowhere else."""
    person = fetch(request, pk, "person.reveal")
    form = RevealForm(typed(request))
    if request.method == "POST" and form.is_valid():
        audit.record("person.revealed", person, by=request.user, at=moment(), purpose=form.cleaned_data["purpose"])
        return render(request, "residents/register/person_revealed.html", {
            "person": person, "purpose": form.cleaned_data["purpose"], "permits": person.permits.order_by("-id")})
    return render(request, "residents/register/person_reveal.html", {"person": person, "form": form},
                  status=422 if request.method == "POST" else 200)


def fetch(request, pk, act: str) -> Person:
    return get_or_404(Person, pk, user=request.user, may=act)
