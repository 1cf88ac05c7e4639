"""Pages that are read: each beside a bare view that runs its SQL and prints its rows."""

from collections.abc import Callable, Iterator

from django.urls import reverse

from grids.roles import Role
from incidents.models import Incident
from incidents.states import State
from shuangliu.demo.world import World
from shuangliu.pages import keyset

from ..floors import PAGES, Page, as_json, prints, recorded, replay
from ..measure import Case
from .people import bare_browser, browser, get

LIST = "/incidents/"
DEEP = 0.7  # of the way through the list


def queue(world: World) -> Iterator[Case]:
    """What waits for each tier; all that is open in the county, first page and deep down; its whole history."""
    rows = prints("rows.html", "incidents_incident")
    for username in ("station", "subcenter", "county", "handler"):
        yield page(f"queue-{username}", username, LIST, rows)
    open_ones = Incident.objects.filter(due_at__isnull=False)
    yield page("open-county", "county", f"{LIST}?tab=open", rows)
    yield page("open-county-deep", "county", f"{LIST}?tab=open&after={_cursor(open_ones, 'due_at', 'id')}", rows)
    yield page("all-county-deep", "county", f"{LIST}?tab=all&after={_cursor(Incident.objects.all(), '-id')}", rows)
    yield page("all-station", "station", f"{LIST}?tab=all", rows)


def detail(world: World) -> Iterator[Case]:
    """The newest that its station has to accept, and the newest that is over, as that station sees it."""
    of_key = {community.key: community for community in world.communities}
    for name, state in (("open", State.REPORTED), ("over", State.EVALUATED)):
        incident = Incident.objects.filter(state=state, tier=2, grid__isnull=False).order_by("-id").first()
        station = world.one(Role.WORKSTATION, of_key[incident.community_key])
        yield page(f"detail-{name}", station.username, incident.get_absolute_url(),
                   prints("detail.html", "incidents_incident", "incidents_move"))


def dashboard(world: World) -> Iterator[Case]:
    """The county's, of the month it opens with, beside its SQL alone."""
    client, url = browser("county"), reverse("dashboard")
    statements = recorded(lambda: get(client, url))
    yield Case("dashboard", lambda: get(client, url), lambda: replay(statements))


def api(world: World) -> Iterator[Case]:
    yield page("api-list", "county", "/api/v1/incidents/", as_json("incidents_incident"))


def page(name: str, username: str, url: str, answer: Callable) -> Case:
    client, bare = browser(username), bare_browser()
    get(client, url)
    PAGES[name] = Page(recorded(lambda: get(client, url)), answer)
    return Case(name, lambda: get(client, url), lambda: get(bare, f"/floor/{name}/"))


def _cursor(incidents, *order: str) -> str:
    """The cursor of a page far down the list."""
    rows = incidents.order_by(*order)
    row = rows[int(rows.count() * DEEP)]
    return keyset.encode([getattr(row, name.lstrip("-")) for name in order])
