"""What is to become of rows that somebody must look at."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from .models import Batch
from .problems import OF_ANOTHER, OF_THE_CARD
from .states import Decision, Outcome, State


@transaction.atomic
def decide(batch: Batch, *, by, at: datetime, decision: str, numbers: list[int] | None = None, asks: str = "") -> int:
    """For the rows of these numbers, or all that ask the same; returns for how many. What does not fit a row leaves it
    as it is: only who has seen the card takes one whose number does not fit, and only where somebody was found can it
    be them. Raises Conflict once the batch is carried out."""
    if not Batch.objects.select_for_update().filter(pk=batch.pk, state=State.CHECKED).exists():
        raise Conflict(_("This import has gone on meanwhile."), matter=batch)
    rows = batch.rows.filter(outcome=Outcome.SUSPICIOUS)
    if numbers is not None:
        rows = rows.filter(number__in=numbers)
    if asks:
        rows = rows.filter(asks=asks)
    if decision == Decision.TAKE:
        for code in OF_THE_CARD:
            rows = rows.exclude(found__contains=f'"{code}"')
    elif decision == Decision.CARD:
        rows = rows.filter(asks__in=OF_THE_CARD)
    elif decision == Decision.THEM:
        rows = rows.filter(asks__in=OF_ANOTHER)
    count = rows.update(decision=decision)
    if count:
        audit.record("import.decide", batch, by=by, at=at, decision=decision, rows=count)
    return count
