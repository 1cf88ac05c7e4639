"""The front page: the one box, figures and piles."""

from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import holds, posts_for
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from ...models import Building, Dwelling, Household, Likeness, Person, VisitTask
from .. import finding
from ..areas import grid_keys
from ..forms.filters import pile

MANY = 100  # piles are counted no further


@require_safe
@allows("dwelling.view")
def front(request):
    """Whoever may see no person sees buildings and dwellings alone."""
    user, figures, piles = request.user, {}, []
    homes = {"grid_key__in": grid_keys(user, "dwelling.view")}
    figures = {"buildings": Building.objects.filter(**homes).count(),
               "dwellings": Dwelling.objects.filter(**homes).count()}
    if holds(user, "person.view"):
        people = Person.objects.standing().filter(grid_key__in=grid_keys(user, "person.view"))
        figures |= {"people": people.count(),
                    "households": Household.objects.filter(grid_key__in=grid_keys(user, "person.view")).count()}
        piles = [(name, pile(people, name).order_by()[:MANY].count()) for name in ("check", "new", "permit")]
    pairs = holds(user, "person.merge") and Likeness.objects.visible_to(user).open().order_by()[:MANY].count()
    return render(request, "residents/register/front.html", {
        "figures": figures, "piles": dict(piles), "pairs": pairs, "places": places_of(user),
        "may_ask": holds(user, "visit.ask"), "visits": VisitTask.objects.of_desk(user, "visit.enter").to_enter()
        .order_by("done_at", "id")[:MANY].count() if holds(user, "visit.enter") else 0,
        "may_see_people": holds(user, "person.view"), "may_register": holds(user, "person.register"),
        "may_build": holds(user, "dwelling.register"), "may_merge": holds(user, "person.merge")})


@require_http_methods(["GET", "POST"])
@allows("dwelling.view")
def find(request):
    """By POST, so that a number or a name gets into no address, no history and no log of requests."""
    text = (unsent.typed(request) or {}).get("q", "").strip()[:100]
    if not text:
        return redirect("residents:front")
    found = finding.find(text, by=request.user, at=now())
    if found.only:
        return redirect(found.only)
    return render(request, "residents/register/found.html", {
        "found": found, "q": text, "may_register": holds(request.user, "person.register"),
        "may_build": holds(request.user, "dwelling.register"), "most": finding.MOST})


def places_of(user) -> str:
    return "、".join(post.area.name for post in posts_for(user, "dwelling.view"))
