"""The tree of areas: browse it, open one, fetch outlines for a map."""

from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from shuangliu.pages.access import allows

from . import outlines
from .jurisdiction import holds, posts_for
from .models import Area, AreaChange, AreaCode, Level, Post


def area_or_404(user, code: str) -> Area:
    """The area with this code, old or new, when it touches one of the user's areas: everybody may look at
    the map of their own county, so an area above or below their post is theirs to see."""
    area = Area.objects.by_code(code)
    if area is None:
        raise Http404
    near = any(area.low < post.area.high and post.area.low < area.high for post in posts_for(user, "area.view"))
    if not near:
        raise Http404
    return area


def own_area(user) -> Area:
    """The widest area of the user's posts."""
    return min((post.area for post in posts_for(user, "area.view")), key=lambda area: len(area.code))


@require_GET
@allows("area.view")
def area_list(request):
    return redirect("grids:area-detail", code=own_area(request.user).code)


@require_GET
@allows("area.view")
def area_detail(request, code):
    area = area_or_404(request.user, code)
    today = localdate()
    children = with_grid_counts(area.children.current(today).order_by("key"))
    context = {
        "area": area,
        "path": lineage(area),
        "children": [{"area": child, "grids": n} for child, n in children],
        "grids": sum(n for _, n in children),
        "codes": AreaCode.objects.filter(area=area).order_by("valid_from"),
        "became": AreaChange.objects.filter(ends=area, done_at__isnull=False).prefetch_related("makes__area")
                  .select_related("heir").first(),
        "planned": AreaChange.objects.pending().filter(ends=area).first(),
        "came_of": AreaChange.objects.filter(makes__area=area).prefetch_related("ends").first(),
        "rights": {name: holds(request.user, act) for name, act in (
            ("plan", "change.plan"), ("changes", "change.view"), ("posts", "post.view"), ("workers", "worker.view"))},
        "posts": Post.objects.filter(area=area).on(today).select_related("user", "department").order_by("role", "id"),
    }
    return render(request, "grids/area_detail.html", context)


@require_GET
@allows("area.view")
@cache_control(private=True, max_age=300)
def area_outlines(request):
    """GeoJSON for maps: `?area=<code>` (the own area unless given) its children, itself for a grid;
    `?around=<lon>,<lat>` the grids of the community that holds the point."""
    if around := request.GET.get("around"):
        return JsonResponse(outlines.around(around))
    code = request.GET.get("area")
    area = area_or_404(request.user, code) if code else own_area(request.user)
    return JsonResponse(outlines.children_of(area))


def lineage(area: Area) -> list[Area]:
    """From the county down to the area itself."""
    path = [area]
    while path[0].parent_id:
        path.insert(0, path[0].parent)
    return path


def with_grid_counts(children) -> list[tuple[Area, int]]:
    """Each child with the number of its grids, in two queries."""
    children = list(children)
    if not children or children[0].level == Level.GRID:
        return [(child, 1) for child in children]
    keys = Area.objects.at(Level.GRID).current(localdate()).filter(
        key__gte=children[0].low, key__lt=children[-1].high).values_list("key", flat=True)
    counts = dict.fromkeys((child.key for child in children), 0)
    size = children[0].high - children[0].low
    for key in keys:
        counts[key - key % size] = counts.get(key - key % size, 0) + 1
    return [(child, counts[child.key]) for child in children]
