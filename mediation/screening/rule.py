"""The judgement: numbers of open cases in, a level and its reasons out. Knows no tables.

A level is reached by any one of its thresholds. The highest level reached is the point's: more cases, larger ones or
more overdue ones never lower it.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Level(models.TextChoices):
    """How much attention a place needs, lowest first."""

    NONE = "none", gettext_lazy("No warning")
    BLUE = "blue", gettext_lazy("Blue warning")
    YELLOW = "yellow", gettext_lazy("Yellow warning")
    ORANGE = "orange", gettext_lazy("Orange warning")
    RED = "red", gettext_lazy("Red warning")

    @property
    def rank(self) -> int:
        return Level.values.index(self.value)


RAISING = tuple(level for level in Level if level != Level.NONE)


class Measure(models.TextChoices):
    """What is counted of the open cases at a point."""

    OPEN = "open", gettext_lazy("open cases")
    GROUP = "group", gettext_lazy("open group disputes")  # ordinary and major groups: table 90, 02 and 03
    MAJOR = "major", gettext_lazy("open major group disputes")  # 03
    OVERDUE = "overdue", gettext_lazy("overdue cases")
    OVERDUE_GROUP = "overdue_group", gettext_lazy("overdue group disputes")


Table = dict[Level, dict[Measure, int]]  # level -> what is counted -> at least so many

# What a county starts with; every later version is set by the county centre's manager, with a reason.
FIRST: Table = {
    Level.BLUE: {Measure.OPEN: 2, Measure.GROUP: 1, Measure.OVERDUE: 1},
    Level.YELLOW: {Measure.OPEN: 4, Measure.GROUP: 2, Measure.OVERDUE: 2},
    Level.ORANGE: {Measure.OPEN: 6, Measure.GROUP: 3, Measure.MAJOR: 1, Measure.OVERDUE: 3, Measure.OVERDUE_GROUP: 1},
    Level.RED: {Measure.OPEN: 10, Measure.GROUP: 5, Measure.MAJOR: 2, Measure.OVERDUE: 5, Measure.OVERDUE_GROUP: 2},
}


@dataclass(frozen=True)
class Counts:
    """Of the open cases at a point, how many of each sort."""

    open: int = 0
    group: int = 0
    major: int = 0
    overdue: int = 0
    overdue_group: int = 0

    @classmethod
    def of(cls, cases) -> "Counts":
        """`cases` are pairs: scale (table 90), is it overdue."""
        cases = list(cases)
        return cls(
            open=len(cases),
            group=sum(scale in {"02", "03"} for scale, _late in cases),
            major=sum(scale == "03" for scale, _late in cases),
            overdue=sum(late for _scale, late in cases),
            overdue_group=sum(late and scale in {"02", "03"} for scale, late in cases),
        )

    def __getitem__(self, measure: str) -> int:
        return getattr(self, measure)

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


@dataclass(frozen=True)
class Reason:
    """One threshold that is reached."""

    measure: Measure
    number: int
    at_least: int

    def __str__(self):
        return _("%(number)s %(what)s (from %(least)s on)") % {
            "number": self.number, "what": self.measure.label, "least": self.at_least}


def reasons(table: Mapping, level: Level, counts: Counts) -> list[Reason]:
    """The thresholds of `level` that are reached."""
    return [Reason(measure, counts[measure], least) for measure, least in table.get(level, {}).items()
            if counts[measure] >= least]


def judge(table: Mapping, counts: Counts) -> Level:
    """The highest level of which one threshold is reached."""
    return next((level for level in reversed(RAISING) if reasons(table, level, counts)), Level.NONE)

