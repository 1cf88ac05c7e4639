"""Buildings and dwellings are entered and put right."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from grids.models import Area
from shuangliu import audit

from ..models import Building, Dwelling, Household, Person
from ..models.trail import Source
from ..register import duplicates
from ..visits.following import take_along
from .trail import write_down

Door = tuple[str, str]  # unit and room


@transaction.atomic
def register_building(*, by, at: datetime, area: Area, name: str, doors: Iterable[Door] = (), **given) -> Building:
    """A building and what is behind its doors. Raises ValidationError (`name`) where the community has one of this
    name."""
    building = Building(area=area, area_key=area.key, name=name, **given)
    _save(building, force_insert=True)
    audit.record("building.register", building, by=by, at=at)
    add_dwellings(building, by=by, at=at, doors=doors)
    return building


@transaction.atomic
def add_dwellings(building: Building, *, by, at: datetime, doors: Iterable[Door], **given) -> int:
    """Those of `doors` that it has not yet; returns how many are new. A farmhouse has one, ("", "")."""
    row = Building.objects.select_for_update().get(pk=building.pk)
    there = set(row.dwellings.values_list("unit", "room"))
    new = [Dwelling(building=row, area_key=row.area_key, unit=unit, room=room, use=row.use, created_at=at,
                    created_by=by, **given) for unit, room in dict.fromkeys(doors) if (unit, room) not in there]
    Dwelling.objects.bulk_create(new)
    if new:
        audit.record("dwelling.register", row, by=by, at=at, count=len(new))
    return len(new)


@transaction.atomic
def correct_building(building: Building, *, by, at: datetime, **given) -> list[str]:
    """Put it right; returns what changed. In another grid, its dwellings, who lives there and their households go with
    it. Raises ValidationError (`name`)."""
    row = Building.objects.select_for_update().get(pk=building.pk)
    changed = sorted(name for name, value in given.items() if getattr(row, name) != value)
    if not changed:
        return []
    for name in changed:
        setattr(row, name, given[name])
    moves = row.area_key != row.area.key
    row.area_key = row.area.key
    _save(row)
    if moves:
        _take_along(row)
    audit.record("building.correct", row, by=by, at=at, fields=changed)
    return changed


@transaction.atomic
def correct_dwelling(dwelling: Dwelling, *, by, at: datetime, source: str = Source.COUNTER, **given) -> dict:
    """Put it right; returns field to (before, after). Raises ValidationError (`room`) for a door that the building
    has."""
    row = Dwelling.objects.select_for_update().get(pk=dwelling.pk)
    pairs = {name: (str(getattr(row, name) or ""), str(value or "")) for name, value in given.items()
             if (getattr(row, name) or None) != (value or None)}
    if not pairs:
        return {}
    for name in pairs:
        setattr(row, name, given[name])
    if "standing" in pairs:
        row.checked_at = at
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise ValidationError({"room": _("The building has this door already.")}) from None
    write_down(row, "correct", by=by, at=at, source=source, pairs=pairs)
    return pairs


@transaction.atomic
def check_dwelling(dwelling: Dwelling, *, by, at: datetime, standing: str, checked_at: datetime,
                   source: str = Source.VISIT) -> None:
    """Somebody was there at `checked_at` and found this; what an older visit found changes nothing."""
    row = Dwelling.objects.select_for_update().get(pk=dwelling.pk)
    if row.checked_at and row.checked_at > checked_at:
        return
    old, row.standing, row.checked_at = row.standing, standing, checked_at
    row.save(update_fields=["standing", "checked_at"])
    write_down(row, "check", by=by, at=at, source=source,
               pairs={"standing": (old, standing)} if old != standing else {})


def _save(building: Building, **how) -> None:
    try:
        with transaction.atomic():
            building.save(**how)
    except IntegrityError:
        raise ValidationError({"name": _("The community has a building of this name already.")}) from None


def _take_along(building: Building) -> None:
    """All that lies where the building lies. One by one only where a pair of likely duplicates hangs on it."""
    key = building.area_key
    building.dwellings.update(area_key=key)
    take_along(building)
    Household.objects.filter(dwelling__building=building).update(area_key=key)
    people = Person.objects.filter(residences__dwelling__building=building, residences__until=None)
    keys = list(people.values_list("pk", flat=True))
    Person.objects.filter(pk__in=keys).update(area_key=key)
    for person in Person.objects.filter(pk__in=keys).only("pk"):
        duplicates.follow(person)
