"""/patrol/volunteers/figures/: how many serve where. Counts of nobody in particular."""

from django.db.models import Count, Q, Sum
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from grids.jurisdiction import area_q, posts_for
from grids.models import Area, Level
from shuangliu.pages.access import allows

from ..models import Team, Volunteer
from ..states import SERVING, State


@require_safe
@allows("volunteer.figures")
def figures(request):
    """Of a county its towns, of a town its communities."""
    areas = [post.area for post in posts_for(request.user, "volunteer.figures")]
    level = Level.TOWN if any(area.level == Level.COUNTY for area in areas) else Level.COMMUNITY
    places = list(Area.objects.current(localdate()).filter(area_q(areas, "key"), level=level).defer("outline")
                  .order_by("key"))
    key, scope = f"{level}_key", area_q(areas)
    people = {row[key]: row for row in Volunteer.objects.filter(scope).order_by().values(key).annotate(
        serving=Count("id", filter=Q(state__in=SERVING)), waiting=Count("id", filter=Q(state=State.APPLIED)),
        insured=Count("id", filter=Q(state__in=SERVING, insured_until__gte=localdate())), hours_sum=Sum("hours"))}
    teams = dict(Team.objects.standing().filter(scope).order_by().values_list(key).annotate(Count("id")))
    rows = [{"area": place, "teams": teams.get(place.key, 0), **people.get(place.key, {})} for place in places]
    total = {name: sum(row.get(name) or 0 for row in rows) for name in (
        "serving", "waiting", "insured", "hours_sum", "teams")}
    return render(request, "patrol/volunteers/figures.html", {"rows": rows, "total": total})
