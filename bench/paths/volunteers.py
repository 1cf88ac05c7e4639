"""The list of volunteers, 20,000 of them, whatever the size of the rest: of a community, of a town, narrowed."""

from collections.abc import Iterator

from patrol.models import Volunteer
from shuangliu.demo import volunteers as demo
from shuangliu.demo.world import World

from ..floors import prints
from ..measure import Case
from .pages import page

LIST = "/patrol/volunteers/"


def volunteers(world: World) -> Iterator[Case]:
    if not Volunteer.objects.exists():
        demo.load(world)
    rows = prints("volunteers.html", "patrol_volunteer")
    yield page("volunteers-community", "station", LIST, rows)
    yield page("volunteers-town", "patrol", LIST, rows)
    yield page("volunteers-town-skill", "patrol", f"{LIST}?what=first_aid", rows)
    yield page("volunteers-town-insurance", "patrol", f"{LIST}?tab=insurance", rows)
