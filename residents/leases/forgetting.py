"""What is over is forgotten: drafts after 30 days, parties, rent and papers a year after the end (domain.md §7 rule 6).

Number, dwelling, days and state stay: figures count them, and a certificate can still be shown to be over."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from shuangliu import attachments, audit

from .limits import DRAFTS_KEPT
from .models import Lease
from .states import State

KEPT = timedelta(days=365)
BATCH = 200


def forget(*, at: datetime) -> int:
    """Returns how many leases were forgotten, or their parties. May run twice and be killed at any line."""
    drafts = Lease.objects.filter(state=State.DRAFT, created_at__lt=at - DRAFTS_KEPT)
    over = Lease.objects.filter(ended_on__lt=localdate(at) - KEPT, forgotten_at=None)
    forgotten = 0
    while found := [*drafts.order_by("pk")[:BATCH], *over.order_by("pk")[:BATCH]]:
        for lease in found:
            _forget(lease, at)
        forgotten += len(found)
    return forgotten


@transaction.atomic
def _forget(lease: Lease, at: datetime) -> None:
    for file in [*attachments.of(lease), *(file for asked in lease.asked.all() for file in attachments.of(asked))]:
        file.delete()
        for stored in (file.file, file.thumbnail):
            if stored:
                transaction.on_commit(lambda stored=stored: stored.storage.delete(stored.name))
    audit.record("lease.forget", lease, by=None, at=at)
    if lease.state == State.DRAFT:
        lease.delete()
        return
    lease.parties.all().delete()
    lease.asked.update(rent="", note="")
    lease.moves.update(note="")
    Lease.objects.filter(pk=lease.pk).update(rent="", code="", needs_note="", reason="", forgotten_at=at)
