"""Audit entries of what happened before the demo was loaded: written in one go, in order, chained already."""

from collections.abc import Iterable

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Max

from shuangliu.audit import chain
from shuangliu.audit.models import Entry


def write(entries: Iterable[Entry]) -> int:
    """Add unsaved entries (audit.recording.entry) behind those there are, oldest first; returns how many.

    The job that seals the log would do the same, at a tenth of the speed: it updates row by row.
    """
    chain.seal()
    last = Entry.objects.aggregate(pk=Max("pk"), seq=Max("seq"))
    before = Entry.objects.get(seq=last["seq"]).link if last["seq"] else ""
    pk, seq = last["pk"] or 0, last["seq"] or 0
    ordered = sorted(entries, key=lambda entry: entry.at)
    for number, entry in enumerate(ordered, start=1):
        entry.pk, entry.seq = pk + number, seq + number
        entry.link = before = chain.link_of(before, entry.seq, entry)
    Entry.objects.bulk_create(ordered, batch_size=2000)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Entry]):
            cursor.execute(statement)
    return len(ordered)
