"""For the house tests: a note of Wang's, lists with many, and what each package of patrol brings."""

from patrol.models import PatrolPoint
from patrol.points import signs
from shuangliu.accounts.models import User

from . import effects, patrols
from .agreements import samples as agreements
from .assets import samples as assets
from .courtyards import samples as courtyards
from .networks import samples as networks
from .roster import samples as roster
from .story import note
from .volunteers import samples as volunteers


def many(cast, n: int) -> None:
    for _number in range(n):
        note(cast)


def many_points(cast, n: int) -> None:
    for _number in range(n):
        patrols.point(cast, f"{PatrolPoint.objects.count() + 1}号点")


def many_shifts(cast, n: int) -> None:
    """That run now, each with a walker of its own."""
    for _number in range(n):
        name = f"walker{User.objects.count()}"
        patrols.shift(cast, people=[User.objects.create(username=name, name=name)], route=patrols.route(cast, name))


def scanned(cast) -> dict:
    return {"token": signs.token(patrols.point(cast))}


def point(cast) -> PatrolPoint:
    return patrols.point(cast)


SAMPLES = {
    "patrol:note-detail": note, "patrol:here": scanned,
    **dict.fromkeys(["patrol:shift-check-in", "patrol:shift-finish", "patrol:shift-reveal"], patrols.shift),
    **dict.fromkeys(["patrol:point-detail", "patrol:point-correct", "patrol:point-close", "patrol:point-sign"], point),
}
LISTS = {"patrol:note-list": ("zhao", many), "api:note-list": ("zhao", many),
         "patrol:point-list": ("zhao", many_points), "patrol:point-sheet": ("tang", many_points),
         "patrol:now": ("jin", many_shifts)}

for part in (agreements, assets, courtyards, effects, networks, roster, volunteers):
    SAMPLES |= part.SAMPLES
    LISTS |= part.LISTS
