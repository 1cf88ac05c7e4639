"""Addresses as people write them into building, unit and room: 棠湖小区3栋2单元501, 棠湖小区3-2-501, 4组12号."""

import re
from functools import lru_cache
from typing import NamedTuple

from .days import counted

N = r"(?:[0-9]+[A-Za-z]?|[A-Za-z]|[一二三四五六七八九十]{1,3})"
ROOM = r"(?P<room>.*?)"
END = r"(?:室|房|户)?$"
STRIPPED = re.compile(r"[\s,，。、]+")
DASHES = re.compile(r"[‐‑–—―－−~～]")
# As offices write them, the more telling first.
BLOCK = re.compile(rf"^(?P<where>.*?)(?P<block>{N})(?P<kind>栋|幢|号楼|座|#)(?:-|号)?"
                   rf"(?:(?P<unit>{N})(?:单元|-))?{ROOM}{END}")
DASHED = re.compile(r"^(?P<where>.*?)(?P<block>[0-9]+[A-Za-z]?)-(?:(?P<unit>[0-9]+)-)?(?P<room>[0-9]+[A-Za-z]?)号?"
                    rf"{END}")
FARM = re.compile(rf"^(?P<where>.*?)(?P<group>{N})(?P<kind>组|社|队|村民小组)"
                  r"(?P<house>附?[0-9]+(?:-[0-9]+)?号?(?:附[0-9]+号?)?)$")
HOUSE = re.compile(r"^(?P<where>.*[^0-9附])(?P<house>[0-9]+(?:-[0-9]+)?号(?:附[0-9]+号)?)"
                   rf"(?:(?P<unit>{N})单元)?{ROOM}{END}")
SPOKEN = re.compile("[一二三四五六七八九十]{1,3}")
MOST_BUILDING, MOST_DOOR = 100, 20


class Door(NamedTuple):
    """A farmhouse has neither unit nor room."""

    building: str
    unit: str = ""
    room: str = ""


@lru_cache(100_000)
def door(text: str, above: tuple[str, ...] = ()) -> Door | None:
    """The door, None where no building or house can be read. `above` are names of units that may stand before it."""
    text = STRIPPED.sub("", DASHES.sub("-", text))
    for name in above:
        text = text.removeprefix(name)
    if found := BLOCK.match(text):
        ending = {"座": "座"}.get(found["kind"], "栋")
        made = Door(f"{found['where']}{_number(found['block'])}{ending}", _unit(found["unit"]), _room(found["room"]))
    elif found := FARM.match(text):
        ending = "组" if found["kind"] == "村民小组" else found["kind"]
        house = found["house"] if found["house"].endswith("号") else found["house"] + "号"
        made = Door(f"{found['where']}{_number(found['group'])}{ending}{house}")
    elif found := DASHED.match(text):
        made = Door(f"{found['where']}{found['block']}栋", _unit(found["unit"]), found["room"])
    elif found := HOUSE.match(text):
        made = Door(f"{found['where']}{found['house']}", _unit(found["unit"]), _room(found["room"]))
    else:
        return None
    if not 0 < len(made.building) <= MOST_BUILDING or max(len(made.unit), len(made.room)) > MOST_DOOR:
        return None
    return made


def from_parts(estate: str, building: str, unit: str, room: str, above: tuple[str, ...] = ()) -> Door | None:
    """The same from columns of their own; a bare number in a column means what the column is called."""
    building = f"{building}栋" if re.fullmatch(N, building) else building
    unit = f"{unit}单元" if re.fullmatch(N, unit) else unit
    if re.search("[组社队]$", building) and re.fullmatch(r"[0-9]+", room):
        room += "号"
    return door(f"{estate}{building}{unit}{room}", above)


def _number(text: str) -> str:
    return str(counted(text)) if SPOKEN.fullmatch(text) else text.upper()


def _unit(text: str | None) -> str:
    return f"{_number(text)}单元" if text else ""


def _room(text: str) -> str:
    text = text.strip("-")
    return re.sub(r"^([0-9A-Za-z-]+)号$", r"\1", text)
