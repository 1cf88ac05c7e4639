"""Moving changes into rollups: each exactly once, whoever folds beside us or dies in the middle."""

from django.db import connection, transaction

from .models import Delta

BATCH = 5000

# In the order of the key, so that two folds at once lock the same rows in the same order.
UPSERT = """
    INSERT INTO indicators_rollup (measure, area_key, day, item, amount)
    SELECT measure, area_key, day, item, SUM(amount) FROM indicators_delta WHERE id IN ({ids})
    GROUP BY measure, area_key, day, item ORDER BY measure, area_key, day, item
    ON CONFLICT (measure, area_key, day, item) DO UPDATE SET amount = indicators_rollup.amount + excluded.amount
"""


def fold(batch: int = BATCH) -> int:
    """Fold all changes that nobody else is folding; returns how many."""
    folded = 0
    while True:
        taken = _fold_batch(batch)
        folded += taken
        if taken < batch:
            return folded


@transaction.atomic
def _fold_batch(size: int) -> int:
    # By the ids that were read: changes that are written meanwhile wait for the next fold. What another
    # worker has locked is passed over (PostgreSQL); SQLite has one writer at a time.
    ids = list(
        Delta.objects.select_for_update(skip_locked=True).order_by("id").values_list("id", flat=True)[:size]
    )
    if ids:
        with connection.cursor() as cursor:
            cursor.execute(UPSERT.format(ids=", ".join(["%s"] * len(ids))), ids)
        Delta.objects.filter(id__in=ids).delete()
    return len(ids)
