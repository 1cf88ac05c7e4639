"""What small tables say, kept in the process: acts ask for it each time, and it changes once a year.

    LIMITS = Remembered(lambda: {row.stage: row.limit for row in StageLimit.objects.all()}, StageLimit)
    LIMITS()["accept"]

What is returned is shared: nobody changes it.
"""

from collections.abc import Callable
from time import monotonic
from typing import Generic, TypeVar

from django.db import models, transaction
from django.db.models.signals import post_delete, post_save

T = TypeVar("T")
FRESH_SECONDS = 60  # after that long, an edit in another process is seen here too


class Remembered(Generic[T]):
    """What `read` returns, read once a minute and process. A row of `tables` that is saved or deleted here counts at
    once; what is written past the models (update, bulk_create) within the minute."""

    everything: list["Remembered"] = []

    def __init__(self, read: Callable[[], T], *tables: type[models.Model]):
        self.read, self._kept = read, None
        Remembered.everything.append(self)
        for table in tables:
            for signal in (post_save, post_delete):
                signal.connect(self._changed, sender=table)

    def __call__(self) -> T:
        kept = self._kept
        if kept is None or monotonic() - kept[0] > FRESH_SECONDS:
            kept = self._kept = monotonic(), self.read()
        return kept[1]

    def forget(self) -> None:
        """Read again at the next use."""
        self._kept = None

    def _changed(self, sender, using, **kwargs) -> None:
        self.forget()
        # Once more when others can see it: somebody may have read the old rows meanwhile.
        transaction.on_commit(self.forget, using)


def forget_all() -> None:
    """Nothing is remembered any more (tests, whose rows are rolled back)."""
    for one in Remembered.everything:
        one.forget()
