"""The picture of the towns: what is open, how large, how late, how many more than last week, where points warn.

Open cases are read along the index of the open ones, new ones along that of their registration, rates from the
rollups: no figure here scans history.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Count, Q

from grids.jurisdiction import area_q, posts_for
from grids.keys import truncate
from grids.models import Area
from grids.models import Level as AreaLevel
from mediation.models import Case
from mediation.models.cases import Scale
from shuangliu.indicators import reading
from shuangliu.pages.forms import day_start

from .counting import LATE
from .models import PointWarning
from .rule import RAISING, Level

WEEK = timedelta(days=7)
YEAR = timedelta(days=365)
RATES = ("case.accepted", "case.settled", "case.concluded", "case.concluded_settled", "screening.planned",
         "screening.done")


@dataclass
class Town:
    """One line of the picture; without an area it is the sum."""

    area: Area | None
    open: int = 0
    group: int = 0
    major: int = 0
    overdue: int = 0
    new: int = 0
    before: int = 0
    points: int = 0
    levels: Counter = field(default_factory=Counter)
    figures: Counter = field(default_factory=Counter)

    @property
    def warning(self) -> int:
        return sum(self.levels[level] for level in RAISING)

    @property
    def top(self) -> Level:
        """The highest level of its points."""
        return next((level for level in reversed(RAISING) if self.levels[level]), Level.NONE)

    @property
    def by_level(self) -> list[tuple[Level, int]]:
        return [(level, self.levels[level]) for level in reversed(RAISING) if self.levels[level]]

    @property
    def trend(self) -> int:
        return self.new - self.before

    @property
    def fall(self) -> int:
        return -self.trend

    @property
    def settled(self) -> int:
        return self.figures["case.settled"]

    @property
    def accepted(self) -> int:
        return self.figures["case.accepted"]

    @property
    def screened(self) -> int:
        return self.figures["screening.done"]

    @property
    def planned(self) -> int:
        return self.figures["screening.planned"]

    @property
    def rate_a(self) -> str | None:
        return reading.percent(self.settled, self.accepted)

    @property
    def rate_b(self) -> str | None:
        return reading.percent(self.figures["case.concluded_settled"], self.figures["case.concluded"])

    @property
    def rate_screening(self) -> str | None:
        return reading.percent(self.screened, self.planned)


@dataclass(frozen=True)
class Situation:
    towns: list[Town]
    total: Town
    week: tuple[date, date]  # first days of this week and of the last
    since: date  # from when the rates are counted

    @property
    def most(self) -> int:
        return max((town.open for town in self.towns), default=0)


def situation(user, at: datetime, today: date) -> Situation:
    """Of the towns in which the user may look at it; in a fixed number of queries."""
    seen = [post.area for post in posts_for(user, "situation.view")]
    areas = Area.objects.at(AreaLevel.TOWN).filter(area_q(seen, "key")).defer("outline").order_by("key")
    towns = {area.key: Town(area) for area in areas}
    monday = today - timedelta(days=today.weekday())
    cases = Case.objects.filter(town_key__in=towns).order_by()
    late = Q(alert__in=LATE)
    for row in cases.open().values("town_key").annotate(
            open=Count("*"), group=Count("pk", filter=Q(scale__in=[Scale.GROUP, Scale.MAJOR])),
            major=Count("pk", filter=Q(scale=Scale.MAJOR)), overdue=Count("pk", filter=late)):
        vars(towns[row.pop("town_key")]).update(row)
    for row in cases.filter(registered_at__gte=day_start(monday - WEEK)).values("town_key").annotate(
            new=Count("pk", filter=Q(registered_at__gte=day_start(monday))),
            before=Count("pk", filter=Q(registered_at__lt=day_start(monday), registered_at__lte=at - WEEK))):
        vars(towns[row.pop("town_key")]).update(row)
    for key, level in PointWarning.objects.filter(area_q(seen, "point__area__key"), point__is_active=True).values_list(
            "point__area__key", "level"):
        if town := towns.get(truncate(key, AreaLevel.TOWN)):
            town.points += 1
            town.levels[Level(level)] += 1
    since = today - YEAR
    for area in _roots(seen):
        for key, figures in reading.by_area(RATES, area, since, today).items():
            if town := towns.get(truncate(key, AreaLevel.TOWN)):
                town.figures.update(figures)
    rows = list(towns.values())
    return Situation(rows, _sum(rows), (monday, monday - WEEK), since)


def _roots(seen: list[Area]) -> list[Area]:
    """The widest areas: a county's figures hold those of its towns."""
    widest = [area for area in seen if area.level in reading.CHILD_LEVEL]
    return [area for area in {area.pk: area for area in widest}.values()
            if not any(other.low <= area.low < other.high for other in widest if other.pk != area.pk)]


def _sum(towns: list[Town]) -> Town:
    total = Town(None)
    for name in ("open", "group", "major", "overdue", "new", "before", "points"):
        setattr(total, name, sum(getattr(town, name) for town in towns))
    for town in towns:
        total.levels.update(town.levels)
        total.figures.update(town.figures)
    return total
