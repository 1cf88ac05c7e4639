"""The dry run: every row is read, compared with the register and staged. Nothing of the register changes.

It may be started twice and killed at any line: a worker claims the batch, says every some thousand rows that it is
alive, and one that comes when nothing was heard for a while begins anew.
"""

import json
import uuid
from collections import Counter
from datetime import datetime, timedelta
from itertools import islice

from django.db import connection, transaction
from django.db.models import Count, Max, Q
from django.utils.timezone import localdate, now

from residents.models import Person
from shuangliu.spreadsheets import Unreadable, open_book

from . import kept, layout
from .ahead import ahead
from .encoding import Encoder
from .matching import Matcher
from .models import Batch, Row
from .places import is_mine
from .problems import sealed
from .reading import Reader
from .staging import Stage
from .states import Outcome, State
from .values.texts import text_of
from .values.units import Units

CHUNK = 2000  # rows between two signs of life
SILENCE = timedelta(minutes=2)
ANALYSED = 5000  # rows from which on PostgreSQL should know how many there are


class Overtaken(Exception):
    """Another worker has taken the check over."""


def check(batch: Batch, *, at: datetime) -> bool:
    """False when there is nothing to check, or somebody is at it."""
    claim, at_work = uuid.uuid4(), Q(beat_at=None) | Q(beat_at__lt=at - SILENCE)
    if not Batch.objects.filter(at_work, pk=batch.pk, state=State.CHECKING).update(claim=claim, beat_at=at):
        return False
    batch.refresh_from_db()
    decided = {number: (asks, decision) for number, asks, decision in
               batch.rows.exclude(decision="").values_list("number", "asks", "decision")}
    batch.rows.all()._raw_delete(batch.rows.db)
    try:
        counts = _stage(batch, claim, at)
    except Unreadable as error:
        Batch.objects.filter(pk=batch.pk, claim=claim).update(state=State.FAILED, failure=str(error)[:300], claim=None)
        return True
    except Overtaken:
        return False
    with transaction.atomic():
        _twins_without_number(batch)
        _decide_again(batch, decided)
        counts |= tally(batch)
        done = Batch.objects.filter(pk=batch.pk, claim=claim, state=State.CHECKING).update(
            state=State.CHECKED, checked_at=at, progress=100, counts=counts, claim=None)
        if not done:
            transaction.set_rollback(True)
    batch.refresh_from_db()
    return bool(done)


def _stage(batch: Batch, claim, at: datetime) -> dict:
    counts = Counter(rows=0)
    mine = is_mine(batch.created_by)
    counts["person_mark"] = Person.objects.aggregate(last=Max("id"))["last"] or 0
    stage, matcher, encode = Stage(batch.pk), Matcher(mine), Encoder()
    with kept.opened(batch.file) as file, open_book(file, name=batch.name) as book:
        sheet = batch.sheet if batch.sheet in book.sheets else book.sheets[0]
        hidden = book.marks(sheet).hidden
        reader = Reader(batch.columns, batch.filled, Units(batch.area, mine, localdate(at)), kind=batch.kind,
                        today=localdate(at), is_1904=book.is_1904)
        lines = map(encode, _lines(book.rows(sheet), reader, batch, hidden, counts))
        for chunk in ahead(iter(lambda: list(islice(lines, CHUNK)), [])):
            matcher.match(chunk)
            counts["rows"] += len(chunk)
            with transaction.atomic():
                percent = min(99, 100 * file.tell() // max(batch.size, 1)) if book.kind == "csv" else 0
                alive = Batch.objects.filter(pk=batch.pk, claim=claim).update(
                    beat_at=max(now(), at), progress=percent, counts={"rows": counts["rows"]})
                if not alive:
                    raise Overtaken
                stage.write(chunk)
    if connection.vendor == "postgresql" and counts["rows"] > ANALYSED:
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE residents_row (batch_id, outcome, area_key, building)")
    return dict(counts)


def _lines(rows, reader: Reader, batch: Batch, hidden, counts: Counter):
    """The rows below the headings that are about people. Sums, signatures and headings said again are only counted."""
    names = {batch.headings[at] for at in reader.keys}
    for number, cells in rows:
        if number <= batch.header_row:
            continue
        keys = reader.key_texts(cells)
        if not any(keys):
            first = next((text for cell in cells if (text := text_of(cell))), "")
            if layout.is_footer(keys, first):
                counts["footers"] += 1
                continue
        elif keys[0] in names:
            counts["heads"] += 1
            continue
        elif not any(keys[1:]) and layout.FOOTER.match(keys[0]):
            counts["footers"] += 1
            continue
        line = reader(number, cells)
        if number in hidden:
            counts["hidden"] += 1
            line.found.append(("hidden", None, None))
        yield line


def _twins_without_number(batch: Batch) -> None:
    """Rows without a number that another row may repeat: the same name with the same birthday, phone or dwelling."""
    nameless = batch.rows.filter(id_hash="", outcome__in=[Outcome.NEW, Outcome.SUSPICIOUS])
    if not nameless.exists():
        return
    with connection.cursor() as cursor:
        cursor.execute("""
            SELECT a.id, min(b.number) FROM residents_row a JOIN residents_row b
            ON b.batch_id = a.batch_id AND b.name_hash = a.name_hash AND b.number <> a.number AND b.outcome <> 'refused'
            AND (b.born_on = a.born_on OR (b.phone_hash = a.phone_hash AND a.phone_hash <> '') OR
                 (b.area_key = a.area_key AND b.building = a.building AND b.unit = a.unit AND b.room = a.room))
            WHERE a.batch_id = %s AND a.id_hash = '' AND a.outcome IN ('new', 'suspicious')
              AND (b.id_hash <> '' OR b.number < a.number)
            GROUP BY a.id""", [batch.pk])
        found = cursor.fetchall()
    rows = Row.objects.in_bulk([key for key, _other in found])
    for key, other in found:
        row = rows[key]
        row.found = sealed([*json.loads(row.found or "[]"), ("twin-person", None, other)])
        row.outcome, row.asks = Outcome.SUSPICIOUS, row.asks or "twin-person"
    Row.objects.bulk_update(rows.values(), ["found", "outcome", "asks"], batch_size=500)


def _decide_again(batch: Batch, decided: dict[int, tuple[str, str]]) -> None:
    """What was decided before a second check, where the same is asked."""
    by_decision: dict[tuple, list[int]] = {}
    for number, asked in decided.items():
        by_decision.setdefault(asked, []).append(number)
    for (asks, decision), numbers in by_decision.items():
        for at in range(0, len(numbers), 500):
            batch.rows.filter(number__in=numbers[at:at + 500], asks=asks).update(decision=decision)


def tally(batch: Batch) -> dict:
    """Rows by outcome and by what is asked, and places that are not in the register yet."""
    counts = dict.fromkeys(Outcome.values, 0)
    counts |= dict(batch.rows.order_by().values_list("outcome").annotate(Count("id")))
    asked = dict(batch.rows.filter(outcome__in=[Outcome.SUSPICIOUS, Outcome.REFUSED]).order_by()
                 .values_list("asks").annotate(Count("id")))
    return counts | {"asked": asked, **_new_places(batch)}


def _new_places(batch: Batch) -> dict:
    with connection.cursor() as cursor:
        cursor.execute("""
            SELECT count(DISTINCT CASE WHEN b.id IS NULL THEN x.place || '/' || x.building END),
                   count(CASE WHEN d.id IS NULL THEN 1 END)
            FROM (SELECT DISTINCT area_key - area_key %% 1000000 AS place, building, unit, room FROM residents_row
                  WHERE batch_id = %s AND outcome IN ('new', 'changed', 'suspicious')) x
            LEFT JOIN residents_building b ON b.community_key = x.place AND b.name = x.building
            LEFT JOIN residents_dwelling d ON d.building_id = b.id AND d.unit = x.unit AND d.room = x.room""",
                       [batch.pk])
        buildings, dwellings = cursor.fetchone()
    return {"buildings": buildings, "dwellings": dwellings}
