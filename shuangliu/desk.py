"""My desk 工作台: what waits for me, due first; and the navigation, which also sees every business."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import holds, posts_of
from shuangliu.pages.access import SIGNED_IN, allows

# (route, label, icon, act that opens it)
PLACES = [
    ("desk", _("Desk"), "home", None),
    ("incidents:incident-list", _("Incidents"), "inbox", "incident.view"),
    ("mediation:case-list", _("Mediation"), "scale", "case.view"),
    ("dashboard", _("Dashboard"), "chart", "dashboard.view"),
    ("grids:area-list", _("Grids"), "map", "area.view"),
]


def navigation(request) -> dict:
    """Template context: `nav` (the places this user may open) and `post` (their first post)."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"nav": [], "post": None}
    nav = []
    for route, label, icon, act in PLACES:
        if act is None or holds(user, act):
            url = reverse(route)
            active = request.path == url if url == "/" else request.path.startswith(url)
            nav.append({"url": url, "label": label, "icon": icon, "active": active})
    return {"nav": nav, "post": next(iter(posts_of(user)), None)}


@allows(SIGNED_IN)
def desk(request):
    return render(request, "desk.html", {})
