"""The figures of what people tell us, read from the rollups of `ticket.concern`: every concern that somebody sent by
phone, portal, other software or at the window, by the day on which it came, whatever became of it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from grids.models import Area, Level, Post
from incidents.models import Category
from shuangliu.indicators import reading
from shuangliu.indicators.periods import Period

from .rises import Rise, first_day, rise

MEASURE, DIMENSION = "ticket.concern", "category"


@dataclass(frozen=True)
class Topic:
    """A category: how often it came, how often in the period before, and whether it has risen lately."""

    category: Category
    count: int
    before: int
    rise: Rise | None = None


@dataclass(frozen=True)
class Place:
    """An area below the one that is looked at."""

    area: Area
    count: int
    before: int
    rise: Rise | None = None


@dataclass(frozen=True)
class Voices:
    """What an area told in a period. `unsorted` came without a category; `elsewhere` without a place below the area."""

    area: Area
    period: Period
    count: int
    before: int
    topics: list[Topic]
    places: list[Place]
    steps: list[tuple[date, int]]

    @property
    def unsorted(self) -> int:
        return self.count - sum(topic.count for topic in self.topics)

    @property
    def elsewhere(self) -> int:
        return self.count - sum(place.count for place in self.places)

    @property
    def risen(self) -> list[Topic]:
        return [topic for topic in self.topics if topic.rise]

    @property
    def risen_places(self) -> list[Place]:
        return [place for place in self.places if place.rise]


def voices(area: Area, period: Period, *, today: date) -> Voices:
    """Over rollups alone, in a number of queries that does not depend on what came."""
    before = period.previous
    lately = reading.by_day_and_item(MEASURE, DIMENSION, area, first_day(today), today)
    return Voices(
        area=area, period=period, count=_total(area, period), before=_total(area, before),
        topics=_topics(area, period, before, lately, today), places=_places(area, period, before, today),
        steps=_steps(area, period))


def _total(area: Area, period: Period) -> int:
    return reading.totals([MEASURE], area, period.start, period.end)[MEASURE]


def _topics(area: Area, period: Period, before: Period, lately: dict, today: date) -> list[Topic]:
    now, then = (reading.by_item([MEASURE], DIMENSION, area, one.start, one.end) for one in (period, before))
    days: dict[str, dict[date, int]] = defaultdict(dict)
    for (day, item), count in lately.items():
        days[item][day] = count
    items = now.keys() | then.keys() | days.keys()
    known = Category.objects.select_related("parent").in_bulk([int(item) for item in items])
    found = []
    for pk, category in known.items():
        count, earlier = (figures.get(str(pk), {}).get(MEASURE, 0) for figures in (now, then))
        risen = rise(days[str(pk)], today)
        if count or earlier or risen:
            found.append(Topic(category, count, earlier, risen))
    return sorted(found, key=lambda topic: (-topic.count, -topic.before, topic.category.code))


def _places(area: Area, period: Period, before: Period, today: date) -> list[Place]:
    if area.level not in reading.CHILD_LEVEL:
        return []
    now, then = (reading.by_area([MEASURE], area, one.start, one.end) for one in (period, before))
    days: dict[int, dict[date, int]] = defaultdict(dict)
    for back in range(9):
        last = today - timedelta(days=7 * back)
        for key, figures in reading.by_area([MEASURE], area, last - timedelta(days=6), last).items():
            days[key][last] = figures[MEASURE]
    below = Area.objects.within(area).at(reading.CHILD_LEVEL[area.level]).filter(
        key__in=now.keys() | then.keys() | days.keys()).defer("outline")
    found = [Place(child, now.get(child.key, {}).get(MEASURE, 0), then.get(child.key, {}).get(MEASURE, 0),
                   rise(days[child.key], today)) for child in below]
    return sorted((place for place in found if place.count or place.before or place.rise),
                  key=lambda place: (-place.count, place.area.key))


def _steps(area: Area, period: Period) -> list[tuple[date, int]]:
    """The trend: by weeks up to a quarter, else by months; each under its first day."""
    if (period.end - period.start).days > 92:
        months = reading.by_month([MEASURE], area, period.start, period.end)
        return [(month, months[month][MEASURE]) for month in sorted(months)]
    days, steps = reading.by_day([MEASURE], area, period.start, period.end), []
    monday = period.start - timedelta(days=period.start.weekday())
    while monday <= period.end:
        steps.append((max(monday, period.start), sum(days.get(monday + timedelta(days=n), {}).get(MEASURE, 0)
                                                     for n in range(7))))
        monday += timedelta(days=7)
    return steps


def areas_of(posts: list[Post], today: date) -> list[Area]:
    """What somebody may look at: the areas of the posts, and their towns."""
    areas = []
    for area in {post.area_id: post.area for post in posts}.values():
        towns = Area.objects.within(area).at(Level.TOWN).current(today).exclude(pk=area.pk)
        areas += [area, *towns.order_by("key").defer("outline")]
    return areas
