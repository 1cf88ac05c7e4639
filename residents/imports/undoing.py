"""A whole import is taken back: who came by it goes, what it changed is put back. Where somebody has worked since, the
row stays as it is and is named.
"""

from collections.abc import Iterator
from datetime import date, datetime

from django.db import models, transaction
from django.utils.translation import gettext as _

from residents.models import Building, Change, Dwelling, Household, Membership, Permit, Person, Residence
from residents.models.trail import Source
from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from .comparing import FIELDS, OF_PERMIT
from .models import Batch
from .states import State

CHUNK = 1000
OWN = {Change, Residence, Membership, Permit}  # what an import itself makes of a person
NAMED = 500  # people who stayed, by key, for the page


@transaction.atomic
def undo(batch: Batch, *, by, at: datetime) -> None:
    """Let a worker do it. A second click changes nothing; raises Conflict in any other state."""
    moved = Batch.objects.filter(pk=batch.pk, state=State.CARRIED).update(
        state=State.UNDOING, undone_by=by, undone_at=at)
    batch.refresh_from_db()
    if moved:
        audit.record("import.undo", batch, by=by, at=at)
    elif batch.state not in {State.UNDOING, State.UNDONE}:
        raise Conflict(_("This import has gone on meanwhile."), matter=batch)


def do_undo(batch: Batch) -> bool:
    """What the worker does, however often it is called: once."""
    with transaction.atomic():
        row = Batch.objects.select_for_update().filter(pk=batch.pk, state=State.UNDOING).first()
        if row is None:
            return False
        row.result = row.result | {"undo": _take_back(row)}
        row.state = State.UNDONE
        row.save(update_fields=["state", "result"])
        told = row.result["undo"]
        audit.record("import.undone", row, by=row.undone_by, at=row.undone_at, removed=told["removed"],
                     restored=told["restored"], kept=told["kept"])
    batch.refresh_from_db()
    return True


def _take_back(batch: Batch) -> dict:
    removed, restored, kept, households = 0, 0, [], set()
    for changes in _in_chunks(Change.objects.filter(batch=batch, person__isnull=False)):
        keys = {change.person_id for change in changes}
        list(Person.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
        touched = _touched(batch, keys)
        made = {change.person_id for change in changes if change.act in {"import", "register"} and not change.values}
        gone = made - touched - _used(keys)
        households |= set(Membership.objects.filter(person__in=gone).values_list("household", flat=True))
        for model in (Membership, Permit, Residence, Change):
            model.objects.filter(person__in=gone)._raw_delete(model.objects.db)
        Person.objects.filter(pk__in=gone)._raw_delete(Person.objects.db)
        removed += len(gone)
        kept += sorted(made - gone)
        for change in sorted(changes, key=lambda change: -change.pk):
            if change.person_id in made:
                continue
            if change.person_id in touched or not _put_back(change, batch):
                kept.append(change.person_id)
            else:
                restored += 1
    empty = Household.objects.filter(pk__in=households, pk__gt=batch.result["household_mark"], members=None)
    empty.delete()
    dwellings, buildings = _places(batch)
    return {"removed": removed, "restored": restored, "kept": len(set(kept)), "kept_keys": sorted(set(kept))[:NAMED],
            "dwellings": dwellings, "buildings": buildings}


def _touched(batch: Batch, keys: set[int]) -> set[int]:
    """Those of whom anything was written down after this import, and those who stand as somebody else since."""
    first = dict(Change.objects.filter(batch=batch, person__in=keys).order_by().values_list("person")
                 .annotate(models.Max("id")))
    later = Change.objects.filter(person__in=keys).exclude(batch=batch).order_by().values_list("person").annotate(
        models.Max("id"))
    merged = Person.objects.filter(pk__in=keys).exclude(merged_into=None).values_list("pk", flat=True)
    return {key for key, last in later if last > first[key]} | set(merged)


def _used(keys: set[int]) -> set[int]:
    """Those to whom something hangs that no import makes: a permit, a lease, a referral."""
    found = set()
    for relation in Person._meta.related_objects:
        if relation.related_model not in OWN and relation.field.concrete:
            name = relation.field.name
            rows = relation.related_model._base_manager.filter(**{f"{name}__in": keys})
            found |= set(rows.values_list(name, flat=True))
    return found


def _put_back(change: Change, batch: Batch) -> bool:
    """What it changed is as it was before; False where it is no longer as the import left it."""
    person = Person.objects.get(pk=change.person_id)
    pairs = change.pairs
    if any(str(getattr(person, name) or "") != after for name, (_before, after) in pairs.items() if name in FIELDS):
        return False
    if "home" in pairs and not _move_back(person, pairs["home"]):
        return False
    _take_permit(person, pairs)
    for name, (before, _after) in pairs.items():
        if name in FIELDS:
            setattr(person, name, date.fromisoformat(before) if name == "born_on" and before else before
                    if name != "born_on" else None)
    if "id_number" in pairs:
        person.number_as_shown = ""
    person.save()
    Change.objects.create(person=person, act="undo", source=Source.IMPORT, by=batch.undone_by, at=batch.undone_at,
                          values=Change.sealed({name: (after, before) for name, (before, after) in pairs.items()}))
    return True


def _move_back(person: Person, pair: tuple[str, str]) -> bool:
    homes = list(person.residences.select_related("dwelling__building").order_by("-id")[:2])
    if not homes or homes[0].until or homes[0].dwelling.address != pair[1]:
        return False
    if pair[0] and (len(homes) < 2 or homes[1].left != "moved"):
        return False
    homes[0].delete()
    if pair[0]:
        homes[1].until, homes[1].left = None, ""
        homes[1].save(update_fields=["until", "left"])
        person.area_key = homes[1].dwelling.area_key
    return True


def _take_permit(person: Person, pairs: dict) -> None:
    """The permit that the import wrote down goes, unless it was put right since."""
    said = {name: after for name, (_before, after) in pairs.items() if name in OF_PERMIT}
    for permit in person.permits.all() if said else ():
        values = zip(OF_PERMIT, (permit.permit_number, permit.issued_on, permit.expires_on), strict=True)
        if all(said.get(name, "") == str(value or "") for name, value in values):
            permit.delete()


def _places(batch: Batch) -> tuple[int, int]:
    """Dwellings that came by this import, and to which nothing hangs; then buildings without any."""
    gone, buildings = 0, set()
    for changes in _in_chunks(Change.objects.filter(batch=batch, dwelling__isnull=False)):
        keys = {change.dwelling_id for change in changes}
        used = set(Change.objects.filter(dwelling__in=keys).exclude(batch=batch).values_list("dwelling", flat=True))
        for relation in Dwelling._meta.related_objects:
            if relation.related_model is not Change and relation.field.concrete:
                name = relation.field.name
                used |= set(relation.related_model._base_manager.filter(**{f"{name}__in": keys - used})
                            .values_list(name, flat=True))
        buildings |= set(Dwelling.objects.filter(pk__in=keys - used).values_list("building", flat=True))
        Change.objects.filter(dwelling__in=keys - used)._raw_delete(Change.objects.db)
        Dwelling.objects.filter(pk__in=keys - used)._raw_delete(Dwelling.objects.db)
        gone += len(keys - used)
    empty = 0
    for part in _parts(sorted(buildings)):
        rows = Building.objects.filter(pk__in=part, pk__gt=batch.result["building_mark"], dwellings=None)
        empty += rows.delete()[0]
    return gone, empty


def _in_chunks(changes) -> Iterator[list[Change]]:
    """Whole people: two changes of one person come together. Keys first, because what is walked is deleted."""
    field = "person" if changes.filter(person__isnull=False).exists() else "dwelling"
    keys = list(changes.order_by(field).values_list(f"{field}_id", flat=True).distinct())
    for part in _parts(keys):
        yield list(changes.filter(**{f"{field}__in": part}))


def _parts(keys: list[int]) -> Iterator[list[int]]:
    for at in range(0, len(keys), CHUNK):
        yield keys[at:at + CHUNK]
