"""What the rules would forget now, without forgetting it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from . import forgetting, holds, rules
from .models import RetentionRule

MOST = 1000  # more are not counted: a page need not read what a night will


@dataclass(frozen=True)
class Outlook:
    """A rule, how many matters are due by it (MOST + 1: more than MOST), since when, and how many are held back."""

    rule: RetentionRule
    due: int
    held: int
    oldest: datetime | None

    @property
    def is_more(self) -> bool:
        return self.due > MOST


def outlooks(at: datetime) -> Iterator[Outlook]:
    """Of each rule, also of those that are not in force: what would happen if they were."""
    for rule in rules.all_rules():
        due = forgetting.due(rule, at)
        held = holds.held(forgetting.over(rule, at), localdate(at))
        first = due.first()
        yield Outlook(rule, due[: MOST + 1].count() if first else 0, held[: MOST + 1].count(),
                      first and forgetting.moment_of(first, rule.forgetter))
