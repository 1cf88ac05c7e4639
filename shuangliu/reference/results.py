"""What an import does, or would do, row by row."""

from collections import Counter
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    SAME = "same", _("Same")
    REFUSED = "refused", _("Refused")


@dataclass(frozen=True)
class Line:
    """What becomes of one row of the file; `said` tells what changes, or why it is refused."""

    table: str
    number: int
    key: str
    outcome: Outcome
    said: str = ""


@dataclass
class Result:
    """`is_stored`: everything is in the database; else nothing is."""

    lines: list[Line] = field(default_factory=list)
    is_stored: bool = False

    @property
    def counts(self) -> Counter:
        return Counter(line.outcome for line in self.lines)

    @property
    def refused(self) -> list[Line]:
        return [line for line in self.lines if line.outcome == Outcome.REFUSED]

    @property
    def telling(self) -> list[Line]:
        """Refused rows first, then what changes; what is the same is only counted."""
        return self.refused + [line for line in self.lines if line.outcome in (Outcome.NEW, Outcome.CHANGED)]
