"""The four duties of a grid worker (domain.md §3.3 1.2), as counts of work that was really done. No score is made of
them, and nobody is compared by them.

An app above says what it can count of a duty from its own rows, along an index:

    @duty("major", _("Urgent and major incidents reported"))
    def major(user, start, end) -> int: ...

Several counts of one duty stand side by side.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

DUTIES = {
    "opinions": _("Collecting opinions"),
    "disputes": _("Mediating simple disputes"),
    "promotion": _("Making public services known"),
    "major": _("Reporting major matters"),
}
ALL = "all"  # work that is of no one duty

Count = Callable[[Any, date, date], int]  # of a user, from a day to a day, both included


@dataclass(frozen=True)
class Counted:
    """One line of a duty: `label` says what was counted."""

    label: Any
    count: Count


_counts: dict[str, list[Counted]] = defaultdict(list)


class UnknownDuty(LookupError):
    """Neither one of the four duties nor `ALL`."""


def duty(name: str, label) -> Callable[[Count], Count]:
    """Declare a count of a duty. Raises UnknownDuty."""
    if name not in DUTIES and name != ALL:
        raise UnknownDuty(name)

    def declare(count: Count) -> Count:
        _counts[name].append(Counted(label, count))
        return count

    return declare


def done(user, start: date, end: date) -> list[tuple[Any, list[tuple[Any, int]]]]:
    """[(duty, [(what was counted, how many), …]), …] for the four duties in their order; all other work under the
    last, which has an empty name."""
    return [(label, [(line.label, line.count(user, start, end)) for line in _counts[name]])
            for name, label in [*DUTIES.items(), (ALL, "")]]
