"""What somebody types into the one box: a number, a phone, a name or an address.

Whoever lives in other areas is not found, and nobody learns that they exist: only when a number is entered in a form
of registration does it say which community keeps it. Looks at numbers, phones and names are in the audit log, without
what was typed.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime

from grids.jurisdiction import holds
from shuangliu import audit

from ..models import Building, Dwelling, Person
from . import addresses

RECORD = re.compile(r"(RY|FW)0*(\d{1,18})", re.IGNORECASE)
ID_NUMBER = re.compile(r"\d{15}|\d{17}[\dX]")
PAPER = re.compile(r"(?=.*\d)[A-Z0-9]{6,20}")
PHONE = re.compile(r"(?:\+?86)?(1\d{10}|0\d{9,11})")
NAME = re.compile(r"[^\W\d_][^\d]{1,49}")
MOST = 50


@dataclass
class Found:
    """`kind` is what was understood: number, phone, name, address or nothing."""

    kind: str
    people: list[Person] = field(default_factory=list)
    dwellings: list[Dwelling] = field(default_factory=list)
    buildings: list[Building] = field(default_factory=list)

    @property
    def only(self):
        """The one thing that is meant, where it is one."""
        found = [*self.people, *self.dwellings, *self.buildings]
        return found[0] if len(found) == 1 else None

    @property
    def is_empty(self) -> bool:
        return not (self.people or self.dwellings or self.buildings)


def find(typed: str, *, by, at: datetime) -> Found:
    """What it means, among what `by` may see."""
    text = unicodedata.normalize("NFKC", typed).strip()
    if record := RECORD.fullmatch(text):
        return _record(record[1].upper(), int(record[2]), by)
    bare = re.sub(r"[\s-]", "", text).upper()
    if phone := PHONE.fullmatch(bare):
        return _people("phone", Person.objects.with_phone(phone[1]), by, at)
    if ID_NUMBER.fullmatch(bare) or PAPER.fullmatch(bare):
        return _people("number", Person.objects.numbered(bare), by, at)
    if dwellings := addresses.dwellings_at(text, user=by):
        return Found("address", dwellings=dwellings)
    if any(mark.isdigit() for mark in text):
        return Found("address", **dict(zip(("dwellings", "buildings"), addresses.like(text, user=by), strict=True)))
    if NAME.fullmatch(text):
        found = _people("name", Person.objects.named(text), by, at)
        found.buildings = addresses.like(text, user=by)[1]
        return found
    return Found("nothing")


def _record(kind: str, number: int, by) -> Found:
    if number >= 2**63:
        return Found("number")
    if kind == "RY":
        return Found("number", people=list(Person.objects.visible_to(by).filter(pk=number)))
    return Found("number", dwellings=list(Dwelling.objects.visible_to(by).filter(pk=number).select_related("building")))


def _people(kind: str, rows, by, at: datetime) -> Found:
    """Those of `rows` whom `by` may see, and a line in the log; who sees no person asks for none."""
    if not holds(by, "person.view"):
        return Found(kind)
    found = list(rows.visible_to(by).order_by("-id")[:MOST])
    audit.record("person.looked_up", found[0] if len(found) == 1 else None, by=by, at=at, by_what=kind)
    return Found(kind, people=found)
