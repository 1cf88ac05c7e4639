"""What a row would change about somebody who is in the register. A blank cell changes nothing."""

from collections.abc import Iterable

from residents.models import Permit, Person, Residence
from shuangliu.privacy.documents import CITIZEN

from .lines import OF_PERMIT, Line

FIELDS = ["name", "document", "id_number", "sex", "born_on", "phone", "other_phone", "origin_code", "origin_address",
          "employer"]
BITS = {name: 1 << at for at, name in enumerate([*FIELDS, "home", "permit"])}
HOME, PERMIT = BITS["home"], BITS["permit"]
BY_NUMBER = {"sex", "born_on"}  # which a citizen's number tells


def compare(line: Line, person: Person, home: Residence | None,
            permits: Iterable[Permit]) -> tuple[int, dict[str, tuple[str, str]]]:
    """Bits of what differs, and field to (before, after) as text. A permit that none of theirs is comes to them."""
    mask, pairs = 0, {}
    keeps_number = bool(person.id_number)
    for name in FIELDS:
        after = getattr(line, name)
        if not after or (name in {"id_number", "document"} and keeps_number):
            continue
        if name in BY_NUMBER and keeps_number and person.document in CITIZEN:
            continue
        before = getattr(person, name)
        if before != after:
            mask |= BITS[name]
            pairs[name] = (str(before or ""), str(after))
    if home is None or not is_home(line, home):
        mask |= HOME
        pairs["home"] = (home.dwelling.address if home else "", f"{line.building}{line.unit}{line.room}")
    said = permit_of(line)
    if said and not any(is_permit(line, permit) for permit in permits):
        mask |= PERMIT
        pairs |= {name: ("", str(value)) for name, value in said.items()}
    return mask, pairs


def permit_of(row) -> dict:
    """What a line or a row says of a residence permit."""
    return {name: value for name in OF_PERMIT if (value := getattr(row, name))}


def is_permit(row, permit: Permit) -> bool:
    """Does the row say this permit again, or less of it?"""
    theirs = {"permit_number": permit.permit_number, "permit_issued_on": permit.issued_on,
              "permit_expires_on": permit.expires_on}
    return all(theirs[name] == value for name, value in permit_of(row).items())


def is_home(line: Line, home: Residence) -> bool:
    """Does the row say what the register knows: this door, in this community, lived in as this kind?"""
    dwelling = home.dwelling
    return ((dwelling.building.name, dwelling.unit, dwelling.room) == (line.building, line.unit, line.room)
            and dwelling.community_key == line.area_key - line.area_key % 10**6 and home.kind == line.kind)
