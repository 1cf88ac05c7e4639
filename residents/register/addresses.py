"""An address as people write it, 棠湖小区3栋2单元501 or 3栋2-501, and the dwelling it means."""

import re
import unicodedata

from shuangliu import search

from ..models import Building, Dwelling

DOOR = re.compile(r"(?:[\s,，。·\-—－_/#]|单元|室|号|房)+")
MOST = 20  # buildings that a few words may mean


def door(text: str) -> str:
    """What tells a door from its neighbours, however it is written: 2单元501室, 2-501 and 2单元501 are one."""
    return DOOR.sub(".", unicodedata.normalize("NFKC", text)).strip(".")


def dwellings_at(text: str, *, user) -> list[Dwelling]:
    """The dwellings that this address means: the longest name of a building that it begins with, then the door."""
    typed = unicodedata.normalize("NFKC", text).strip()
    beginnings = {typed[:end].strip() for end in range(2, len(typed) + 1)}
    buildings = Building.objects.visible_to(user).filter(name__in=beginnings)
    for building in sorted(buildings, key=lambda one: -len(one.name)):
        if found := _behind(building, typed[len(building.name):]):
            return found
    return []


def like(text: str, *, user) -> tuple[list[Dwelling], list[Building]]:
    """Part of an address: dwellings where the text ends with a door of a building that its beginning may mean, else
    some buildings whose name or street holds the words."""
    rows = Building.objects.visible_to(user).select_related("area").defer("area__outline")
    typed = unicodedata.normalize("NFKC", text).strip()[: search.MOST]
    for end in range(len(typed), 1, -1):
        if not search.is_enough(typed[:end]) or not (found := list(search.matching(rows, typed[:end])[:MOST])):
            continue
        doors = [one for building in found for one in _behind(building, typed[end:])] if end < len(typed) else []
        return doors, [] if doors else found
    return [], []


def _behind(building: Building, rest: str) -> list[Dwelling]:
    """Its dwellings with this door."""
    wanted = door(rest)
    found = [one for one in building.dwellings.all() if door(f"{one.unit} {one.room}") == wanted]
    for one in found:
        one.building = building
    return found
