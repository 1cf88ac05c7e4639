"""The safety self-check: answers are kept, and what is not in order becomes known to those who act on it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from shuangliu import audit

from ...models.homes import Dwelling
from ..models import Lease, SafetyAnswer, SafetyCheck
from ..rules import ITEM_OF
from ..signals import hazard_found
from ..states import Act
from .moving import check as check_state
from .moving import move


@transaction.atomic
def check(dwelling: Dwelling, *, by, at: datetime, uuid: UUID, side: str, answers: Mapping[str, tuple[bool, str]],
          lease: Lease | None = None) -> SafetyCheck:
    """`answers`: code of an item to whether it is in order, and what was found. Each "no" is signalled once; the same
    form sent again changes nothing."""
    if sent := SafetyCheck.objects.filter(uuid=uuid).first():
        return sent
    if lease:
        check_state(lease, Act.CHECK, by=by)
    done = SafetyCheck.objects.create(uuid=uuid, dwelling=dwelling, lease=lease, side=side, by=by, at=at)
    rows = [SafetyAnswer.objects.create(check_of=done, uuid=uuid5(uuid, code), item=code, is_fine=is_fine, note=note)
            for code, (is_fine, note) in answers.items() if code in ITEM_OF]
    if lease:
        move(lease, Act.CHECK, by=by, at=at, side=side)
    else:
        audit.record("lease.check", dwelling, by=by, at=at, side=side)
    for row in rows:
        if not row.is_fine:
            hazard_found.send(SafetyAnswer, answer=row, item=ITEM_OF[row.item], by=by, at=at)
    return done
