"""The job: what the rules say is over is forgotten, batch by batch, and the ledger says so.

A batch and its line in the ledger are one transaction. Run twice, or killed at any line, it finds in the database what
is still due. Two at once share the batches (SKIP LOCKED on PostgreSQL, one writer on SQLite).
"""

import hashlib
import hmac
import json
import logging
import uuid
from collections import Counter
from datetime import datetime, time

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localdate, make_aware

from shuangliu.privacy.keys import derive

from . import holds, restrictions, rules
from .models import Forgetting, Forgotten, Restriction, RetentionRule
from .registry import Does, Forgetter

BATCH = 500

logger = logging.getLogger(__name__)


class StillDue(RuntimeError):
    """A forgetter left rows due: the job would meet them for ever."""


def forget(*, at: datetime, only: str = "") -> Counter:
    """Forget what is due by all rules in force (or the one of this name); returns how many of each.

    A rule that fails is put off to the next run: the others have their turn.
    """
    run, counts = uuid.uuid4(), Counter()
    for rule in rules.all_rules():
        if rule.is_active and only in ("", rule.what):
            try:
                while done := forget_batch(rule, at=at, run=run):
                    counts[rule.what] += done
            except Exception:
                logger.exception("Retention rule %s failed", rule.what)
                counts["failed"] += 1
    return counts


def due(rule: RetentionRule, at: datetime) -> QuerySet:
    """What the rule would forget at `at`, the oldest first; without what is held."""
    return holds.unheld(over(rule, at), localdate(at))


def over(rule: RetentionRule, at: datetime) -> QuerySet:
    """What is past the period of the rule and still there, held or not."""
    rows = rule.forgetter.rows(at, rule.days)
    if rule.does == Does.RESTRICT:
        rows = rows.filter(~Exists(Restriction.objects.on_kind(rule.forgetter.kind).filter(matter_id=OuterRef("pk"))))
    return rows


@transaction.atomic
def forget_batch(rule: RetentionRule, *, at: datetime, run: uuid.UUID) -> int:
    """Forget the oldest BATCH matters that are due, and write it down. Raises StillDue."""
    how = rule.forgetter
    matters = list(due(rule, at).select_for_update(skip_locked=True, of=("self",))[:BATCH])
    if not matters:
        return 0
    keys = [matter.pk for matter in matters]
    write_down(rule, matters, does=rule.does, at=at, run=run)
    if rule.does == Does.RESTRICT:
        for matter in matters:
            restrictions.restrict(matter, by=None, at=at, reason=rule.label, basis=rule.source)
    else:
        how.forget(matters, at=at)
    if left := over(rule, at).filter(pk__in=keys).count():
        raise StillDue(f"{rule.what}: {left} of {len(matters)} are due as before")
    return len(matters)


def write_down(rule: RetentionRule, matters: list[models.Model], *, does: str, at: datetime, run: uuid.UUID) -> None:
    """The line of the ledger for matters that are about to be forgotten, and one for each of them."""
    how, keys = rule.forgetter, [matter.pk for matter in matters]
    moments = [moment_of(matter, how) for matter in matters]
    digests = digests_of(how, keys) if how.is_itemised else {}
    entry = Forgetting.objects.create(rule=rule, what=rule.what, version=rule.version, days=rule.days, does=does,
                                      first=min(moments), last=max(moments), count=len(matters), at=at, run=run)
    Forgotten.objects.bulk_create(
        [Forgotten(forgetting=entry, matter_type=how.kind, matter_id=key, moment=moment, digest=digests[key],
                   at=at)
         for key, moment in zip(keys, moments, strict=True) if key in digests])


def moment_of(matter: models.Model, how: Forgetter) -> datetime:
    """From when the period counted; a day counts from its beginning."""
    value = getattr(matter, how.moment)
    return value if isinstance(value, datetime) else make_aware(datetime.combine(value, time.min))


def digests_of(how: Forgetter, keys: list) -> dict:
    """Digest of each matter by its key."""
    fields = how.fields or tuple(field.attname for field in how.model._meta.concrete_fields)
    rows = how.model._base_manager.filter(pk__in=keys).values_list("pk", *fields)
    return {key: digest(how.kind, key, dict(zip(fields, values, strict=True))) for key, *values in rows}


def digest(kind: str, key: int, values: dict[str, object]) -> str:
    """Keyed hash (HMAC-SHA256) over what a matter held. The key keeps short texts, as phones, from being guessed."""
    text = json.dumps([kind, key, values], cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True)
    return hmac.new(derive(settings.SEAL_KEY, "forgotten"), text.encode(), hashlib.sha256).hexdigest()
