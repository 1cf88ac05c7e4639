"""The hash chain: each entry carries a keyed hash of itself, and a link to the entry before it.

The mac is made in the transaction of the act; the links are made afterwards, in batches, by one sealer.
Linking at write time would make every act of the county wait for one row (docs/decisions/0004).
"""

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.db.models import Max

from shuangliu.privacy.keys import derive

from .models import Entry

FIELDS = ("verb", "actor_id", "actor_name", "matter_type", "matter_id", "area_key", "purpose", "detail",
          "address", "request_number")
SEALER_LOCK = 7_300_021  # any number no other part uses


def mac_of(entry: Entry) -> str:
    """Keyed hash (HMAC-SHA256) over all that the entry says."""
    said = [entry.at.astimezone(UTC).isoformat(timespec="microseconds"), *(getattr(entry, name) for name in FIELDS)]
    text = json.dumps(said, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hmac.new(derive(settings.SEAL_KEY, "audit"), text.encode(), hashlib.sha256).hexdigest()


def link_of(before: str, seq: int, entry: Entry) -> str:
    """The link of entry number `seq` (from 1) that follows the one with link `before` ("" at the start)."""
    text = f"{before}|{seq}|{entry.pk}|{entry.mac}"
    return hmac.new(derive(settings.SEAL_KEY, "audit"), text.encode(), hashlib.sha256).hexdigest()


def seal(batch: int = 2000) -> int:
    """Link all entries that are not linked yet, in the order of their ids; returns how many.

    Two sealers at once do not disturb each other: the second waits, or finds nothing left.
    """
    sealed = 0
    while True:
        with transaction.atomic():
            _only_one_sealer()
            last = Entry.objects.aggregate(last=Max("seq"))["last"] or 0
            before = Entry.objects.get(seq=last).link if last else ""
            entries = list(Entry.objects.filter(seq=None).order_by("id")[:batch])
            for seq, entry in enumerate(entries, start=last + 1):
                entry.seq, entry.link = seq, link_of(before, seq, entry)
                before = entry.link
            Entry.objects.bulk_update(entries, ["seq", "link"], batch_size=500)
        sealed += len(entries)
        if len(entries) < batch:
            return sealed


def _only_one_sealer() -> None:
    # SQLite has one writer anyway: its transactions begin IMMEDIATE.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEALER_LOCK])


@dataclass(frozen=True)
class Fault:
    """What is wrong with the chain, and at which entry."""

    kind: str  # altered | missing | broken
    seq: int
    entry_id: int | None


def verify() -> Iterator[Fault]:
    """Walk the whole log; yield every fault: an altered entry, a missing number, a link that does not fit."""
    before, expected = "", 1
    for entry in Entry.objects.exclude(seq=None).order_by("seq").iterator(chunk_size=5000):
        for seq in range(expected, entry.seq):
            yield Fault("missing", seq, None)
        if entry.mac != mac_of(entry):
            yield Fault("altered", entry.seq, entry.pk)
        elif entry.seq == expected and entry.link != link_of(before, entry.seq, entry):
            yield Fault("broken", entry.seq, entry.pk)
        before, expected = entry.link, entry.seq + 1
    for entry in Entry.objects.filter(seq=None).order_by("id").iterator(chunk_size=5000):
        if entry.mac != mac_of(entry):
            yield Fault("altered", 0, entry.pk)
