"""A dashboard: everything its sections need, read at once, however many areas and months they show."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.utils.timezone import localdate

from grids.models import Area

from . import reading
from .figures import Cell, cell, measures_of
from .periods import Period
from .reading import Figures
from .registry import registry
from .sections import Comparison, Section, Trend


@dataclass
class Board:
    """The figures of one area and period, for one reader."""

    user: object
    area: Area
    period: Period

    @cached_property
    def sections(self) -> list[Section]:
        """What the apps have declared and this area can show: a community has no areas with figures below."""
        return sorted(
            (section for section in registry.sections.values()
             if self.has_children or not isinstance(section, Comparison)),
            key=lambda section: (section.order, section.name),
        )

    @property
    def has_children(self) -> bool:
        return self.area.level in reading.CHILD_LEVEL

    @cached_property
    def children(self) -> list[Area]:
        """The areas below that exist today."""
        below = self.area.children.current(localdate()).defer("outline").order_by("key")
        return list(below) if self.has_children else []

    @cached_property
    def months(self) -> list[Period]:
        return self.period.months

    @cached_property
    def totals(self) -> Figures:
        return reading.totals(self._measures(Section), self.area, self.period.start, self.period.end)

    @cached_property
    def by_area(self) -> dict[int, Figures]:
        return reading.by_area(self._measures(Comparison), self.area, self.period.start, self.period.end)

    @cached_property
    def by_month(self):
        return reading.by_month(self._measures(Trend), self.area, self.months[0].start, self.months[-1].end)

    def cell(self, name: str, figures: Figures | None, **more) -> Cell:
        """The figure out of `figures` (None: nothing was read) for this reader, area and period."""
        given = {"user": self.user, "area": self.area, "period": self.period} | more
        return cell(name, figures or Counter(), **given)

    def cell_in(self, child: Area, name: str, *, is_linked: bool = True) -> Cell:
        """The figure of an area below."""
        return self.cell(name, self.by_area.get(child.key), area=child, is_linked=is_linked)

    def standing(self, periods: list[Period]) -> list[tuple[Period, list[Cell]]]:
        """Each of these periods with its standing indicators, whatever period the board itself shows."""
        names = [indicator.name for indicator in registry.indicators.values() if indicator.is_standing]
        lines = []
        for period in periods if names else []:
            figures = reading.totals(measures_of(names), self.area, period.start, period.end)
            lines.append((period, [self.cell(name, figures, period=period) for name in names]))
        return lines

    def _measures(self, kind) -> set[str]:
        return measures_of(
            name for section in self.sections if isinstance(section, kind)
            for name in (*section.figures, *getattr(section, "bars", ()))
        )
