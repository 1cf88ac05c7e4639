"""The places of the navigation, under headings."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import holds, posts_of
from patrol.field import addresses_of
from shuangliu.pages.requests import is_copy

# By heading: route, label, icon, act that opens it. The first four that somebody may open stand below on a phone.
PLACES = {
    "": [
        ("desk", _("Desk"), "home", None),
        ("incidents:incident-list", _("Incidents"), "inbox", "incident.view"),
        ("hotline:desk", _("The hotline"), "phone", "ticket.view"),
        ("incidents:demand-list", _("Requests"), "users", "demand.list"),
        ("patrol:day", _("Field work"), "walk", "day.view"),
        ("patrol:now", _("On patrol now"), "clock", "shift.view"),
        ("patrol:me", _("My service"), "user", "volunteer.own"),
    ],
    _("The hotline"): [
        ("hotline:ticket-list", _("Tickets"), "list", "ticket.view"),
        ("hotline:call-backs", _("Call-backs"), "phone", "ticket.call-back"),
        ("hotline:quality-list", _("Quality checks"), "check-circle", "quality.view"),
        ("hotline:article-list", _("Knowledge base"), "info", "article.view"),
        ("hotline:voices", _("What people tell us"), "users", "voices.view"),
        ("hotline:block-list", _("Blocked senders"), "lock", "block.view"),
        ("hotline:sign-list", _("Signs to scan"), "pin", "sign.view"),
    ],
    _("Mediation"): [
        ("mediation:case-list", _("Mediation"), "scale", "case.view"),
        ("mediation:screening-list", _("Screening for disputes"), "search", "screening.view"),
        ("mediation:duty-list", _("After mediation"), "check-circle", "duty.view"),
    ],
    _("Patrol and prevention"): [
        ("patrol:roster", _("Roster"), "calendar", "shift.view"),
        ("patrol:shift-list", _("Patrol shifts"), "walk", "shift.walk"),
        ("patrol:point-list", _("Patrol points"), "pin", "point.beside"),
        ("patrol:effect", _("Effect of patrols"), "chart", "effect.view"),
        ("patrol:volunteer-list", _("Volunteers"), "users", "volunteer.view"),
        ("patrol:team-list", _("Teams"), "users", "team.view"),
        ("patrol:call-up-list", _("Call-ups"), "bell", "call-up.view"),
        ("patrol:volunteer-figures", _("Volunteers in figures"), "chart", "volunteer.figures"),
        ("patrol:courtyard-list", _("Courtyards"), "building", "courtyard.view"),
        ("patrol:agreement-list", _("Four-party agreements"), "edit", "agreement.view"),
        ("patrol:network-list", _("Prevention networks"), "users", "prevention.view"),
        ("patrol:camera-list", _("Cameras"), "pin", "camera.view"),
        ("patrol:neighbour-list", _("Neighbours of the county"), "phone", "neighbour.view"),
    ],
    _("Residents"): [
        ("residents:front", _("Residents"), "users", "dwelling.view"),
        ("residents:visit-list", _("Visits"), "walk", "visit.view"),
        ("residents:coverage", _("Coverage of the register"), "check-circle", "coverage.view"),
        ("residents:lease-list", _("Leases"), "home", "lease.view"),
        ("leases:mine", _("My premises"), "home", "premises.view"),
        ("residents:care-list", _("Care referrals"), "users", "care.view"),
        ("residents:care-task-list", _("Errands"), "walk", "care-task.view"),
        ("residents:care-figures", _("Care in figures"), "chart", "care.figures"),
        ("residents:import-list", _("Tables brought in"), "upload", "import.view"),
    ],
    _("Personal data"): [
        ("subjects:subject-list", _("Requests about own data"), "user", "subject.view"),
        ("subjects:subject-figures", _("Requests in figures"), "chart", "subject.figures"),
        ("protection:export-list", _("Exports in clear"), "lock", "export.view"),
        ("protection:look-search", _("Who looked at whose data"), "eye", "look.search"),
        ("protection:reveal-list", _("Who saw personal data in clear"), "key", "reveal.view"),
        ("retention:rules", _("Keeping and forgetting"), "clock", "retention.view"),
    ],
    _("The county"): [
        ("dashboard", _("Dashboard"), "chart", "dashboard.view"),
        ("grids:area-list", _("Grids"), "map", "area.view"),
        ("reference", _("Reference data"), "settings", "reference.import"),
    ],
}
FEW = 8  # so many places need no headings
# Two keys that lead there, for whoever works by the keyboard.
KEYS = {"desk": "g d", "incidents:incident-list": "g i", "hotline:desk": "g h",
        "mediation:case-list": "g m", "dashboard": "g b", "grids:area-list": "g a"}


def navigation(request) -> dict:
    """Template context: `nav` (the places this user may open), `post` (their first post), `outbox` and
    `kept` (where their reports wait, and what their browser keeps a copy of) and `is_copy` (this is such a copy)."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"nav": [], "post": None}
    nav = []
    for heading, places in PLACES.items():
        opened = [place for place in places if place[3] is None or holds(user, place[3])]
        nav += [_place(request, *place, heading=heading if place is opened[0] else "") for place in opened]
    if len(nav) <= FEW:
        nav = [place | {"heading": ""} for place in nav]
    for place in sorted((place for place in nav if place["active"]), key=lambda place: len(place["url"]))[:-1]:
        place["active"] = False  # one place lies within another: only the inner one is where we are
    kept = addresses_of(user)
    return {"nav": nav, "post": next(iter(posts_of(user)), None), "is_copy": is_copy(request),
            "kept": " ".join(kept), "outbox": reverse("patrol:outbox") if kept else ""}


def _place(request, route: str, label, icon: str, act: str | None, *, heading) -> dict:
    url = reverse(route)
    is_here = request.path == url if url == "/" else request.path.startswith(url)
    return {"url": url, "label": label, "icon": icon, "active": is_here, "keys": KEYS.get(route), "heading": heading}
