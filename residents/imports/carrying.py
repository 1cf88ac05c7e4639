"""What was checked comes into the register: all of it in one transaction, once."""

import uuid
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from residents import actions
from residents.models import Building, Change, Dwelling, Household, Permit, Person, Residence
from residents.models.trail import Source
from residents.register import news
from residents.signals import person_moved
from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from . import plan_sql as sql
from .comparing import OF_PERMIT, permit_of
from .models import Batch
from .states import TAKEN, Outcome, State

STEPS = 7
GIVEN = ("phone", "other_phone", "origin_code", "origin_address", "employer")


class Stale(Exception):
    """The register has changed since the check, where the rows lean on it."""


@transaction.atomic
def carry_out(batch: Batch, *, by, at: datetime) -> None:
    """Let a worker do it. A second click changes nothing; raises Conflict in any other state."""
    moved = Batch.objects.filter(pk=batch.pk, state=State.CHECKED).update(
        state=State.CARRYING, carried_by=by, carried_at=at, is_stale=False)
    batch.refresh_from_db()
    if moved:
        audit.record("import.carry-out", batch, by=by, at=at)
    elif batch.state not in {State.CARRYING, State.CARRIED}:
        raise Conflict(_("This import has gone on meanwhile."), matter=batch)


def do_carry(batch: Batch) -> bool:
    """What the worker does, however often it is called: once. False when there was nothing to do. A register that has
    changed sends the batch back to be checked."""
    try:
        with transaction.atomic():
            row = Batch.objects.select_for_update().filter(pk=batch.pk, state=State.CARRYING).first()
            if row is None:
                return False
            row.result = _write(row)
            row.state, row.progress = State.CARRIED, 100
            row.save(update_fields=["state", "result", "progress"])
            audit.record("import.carried-out", row, by=row.carried_by, at=row.carried_at,
                         **{name: row.result[name] for name in ("new", "changed", "same", "refused", "left")})
    except Stale:
        Batch.objects.filter(pk=batch.pk, state=State.CARRYING).update(
            state=State.CHECKING, is_stale=True, claim=None, beat_at=None, progress=0)
    batch.refresh_from_db()
    return True


def _write(batch: Batch) -> dict:
    by, at = batch.carried_by, batch.carried_at
    marks = {f"{name}_mark": model.objects.aggregate(last=Max("id"))["last"] or 0 for name, model in
             (("building", Building), ("dwelling", Dwelling), ("household", Household))}
    do = sql.Statements(batch=batch.pk, by=by.pk, at=at, today=localdate(at).isoformat(),
                        person_mark=batch.counts["person_mark"], **marks)
    counted = batch.rows.count()
    _say(batch, 1)
    do.run(sql.AT_ONCE)
    do.run(sql.LOCKED)
    if counted != batch.counts["rows"] or do.value(sql.STALE) or do.value(sql.STALE_NEW):
        raise Stale
    buildings, dwellings = do.run(sql.BUILDINGS), do.run(sql.DWELLINGS)
    do.run(sql.DWELLING_CHANGES)
    _say(batch, 2)
    new = do.make("import_new", sql.PLAN)
    _say(batch, 3)
    if do.run(sql.PEOPLE) != new:
        raise Stale  # somebody was entered with one of these numbers a moment ago
    _say(batch, 4)
    do.run(sql.RESIDENCES, plan="import_new", which="1 = 1")
    do.run(sql.CHANGES)
    do.run(sql.LIVED_IN, plan="import_new", which="1 = 1")
    _say(batch, 5)
    if _has_permits(batch):
        do.run(sql.PERMITS, plan="import_new", which="1 = 1")
    do.run(sql.HOUSEHOLDS)
    members = do.run(sql.MEMBERS)
    _say(batch, 6)
    changed = _change(batch, do)
    _say(batch, 7)
    newer, older = _twins(batch)
    rows = dict.fromkeys(Outcome.values, 0) | {name: batch.counts[name] for name in Outcome.values}
    result = {"rows": counted, "new": new + newer, "changed": changed + older, "same": rows[Outcome.SAME],
              "refused": rows[Outcome.REFUSED], "buildings": buildings, "dwellings": dwellings, "members": members,
              **marks}
    result["left"] = counted - sum(result[name] for name in ("new", "changed", "same", "refused"))
    _prove(batch, result)
    return result


def _prove(batch: Batch, result: dict) -> None:
    """Nothing is lost: what was left out is what nobody took, and the register has so many lines of this import."""
    untaken = batch.rows.filter(outcome=Outcome.SUSPICIOUS).exclude(decision__in=TAKEN).count()
    written = Change.objects.filter(batch=batch, person__isnull=False).values("person").distinct().count()
    if result["left"] < untaken or written > result["new"] + result["changed"]:
        raise RuntimeError(f"{batch} does not add up: {result}, {untaken} not taken, {written} written")


def _change(batch: Batch, do: sql.Statements) -> int:
    known = do.make("import_known", sql.PLAN_KNOWN)
    if not known:
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT p.person_id FROM import_known p WHERE p.moves = 1")
        moved = [key for key, in cursor.fetchall()]
    before = _homes(moved)
    do.run(sql.CORRECTED)
    do.run(sql.ENDED)
    do.run(sql.RESIDENCES, plan="import_known", which="p.moves = 1")
    do.run(sql.LIVED_IN, plan="import_known", which="p.moves = 1")
    if _has_permits(batch):
        do.run(sql.PERMITS, plan="import_known", which="p.permits = 1")
    do.run(sql.CHANGES_KNOWN)
    _tell(moved, before, by=batch.carried_by, at=batch.carried_at)
    return known


def _has_permits(batch: Batch) -> bool:
    return bool({*OF_PERMIT} & {*batch.columns})


def _homes(keys: list[int]) -> dict[int, Residence]:
    rows = Residence.objects.filter(person__in=keys, until=None).select_related("dwelling")
    return {home.person_id: home for home in rows}


def _tell(keys: list[int], before: dict[int, Residence], *, by, at: datetime) -> None:
    """Whoever listens hears of each who moved, as from a counter; the registrars they left of all at once."""
    homes, left = _homes(keys), []
    for person in Person.objects.filter(pk__in=keys).iterator(chunk_size=1000):
        old = before.get(person.pk)
        key = old.dwelling.area_key if old else person.area_key
        person_moved.send(Person, person=person, home=homes.get(person.pk), before=old, area_key_before=key, by=by,
                          at=at, is_one_of_many=True)
        left.append((person, old and old.dwelling, key))
    news.tell_left(left, by=by, at=at)


def _twins(batch: Batch) -> tuple[int, int]:
    """Rows that say otherwise of somebody in a row above, and were taken: few, so one by one, after the others. How
    many people came of them, and how many were changed."""
    by, at, newer, older = batch.carried_by, batch.carried_at, 0, 0
    taken = batch.rows.filter(outcome=Outcome.SUSPICIOUS, is_twin=True, decision__in=TAKEN).order_by("number")
    for row in taken.iterator(chunk_size=1000):
        dwelling = Dwelling.objects.get(building__community_key=row.area_key - row.area_key % 10**6,
                                        building__name=row.building, unit=row.unit, room=row.room)
        given = {name: getattr(row, name) for name in GIVEN if getattr(row, name)}
        home = {"kind": row.kind, "tenure": row.tenure, "reason": row.reason, "source": Source.IMPORT}
        person = Person.objects.standing().filter(id_hash=row.id_hash).first()
        if person is None:
            person, _is_new = actions.register(by=by, at=at, uuid=uuid.uuid4(), dwelling=dwelling, name=row.name,
                                               document=row.document, id_number=row.id_number, since=row.since,
                                               is_number_confirmed=row.decision == "card", **home, **given)
            newer += 1
        else:
            actions.correct(person, by=by, at=at, name=row.name, source=Source.IMPORT, **given)
            actions.move_in(person, dwelling, by=by, at=at, **home)
            older += 1
        if permit_of(row):
            actions.add_permit(person, by=by, at=at, source=Source.IMPORT, kind=Permit.PermitKind.RESIDENCE,
                               permit_number=row.permit_number, issued_on=row.permit_issued_on,
                               expires_on=row.permit_expires_on)
        Change.objects.filter(person=person, at=at, by=by, source=Source.IMPORT, batch=None).update(batch=batch)
    return newer, older


def _say(batch: Batch, step: int) -> None:
    """How far it is, where others can see it though the transaction is not over: in the name of the connection."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('application_name', %s, true)", [_name(batch, f"{step}/{STEPS}")])


def heard(batch: Batch) -> str:
    """The step that `_say` told last, "" where nobody is at it (or the database has no such names)."""
    if connection.vendor != "postgresql":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT application_name FROM pg_stat_activity WHERE application_name LIKE %s LIMIT 1",
                       [_name(batch, "%")])
        row = cursor.fetchone()
    return row[0].rpartition(" ")[2] if row else ""


def _name(batch: Batch, step: str) -> str:
    return f"import {batch.pk} {step}"
