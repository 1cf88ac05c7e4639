"""The registrar's front page."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds
from shuangliu.pages.access import allows

from ...models import Building


@require_safe
@allows("dwelling.view")
def front(request):
    """What there is in one's areas. Whoever may see no person sees the buildings alone."""
    buildings = Building.objects.visible_to(request.user).select_related("area").order_by("community_key", "name")[:50]
    return render(request, "residents/register/front.html", {
        "buildings": buildings, "may_see_people": holds(request.user, "person.view")})
