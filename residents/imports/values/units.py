"""Which community or grid a row means: by name within the unit above, by code as of its time.

光明社区委会, 社区居委会 and 社区居民委员会 are one unit; 花红 of one town is not 花红 of another. A code that was given
to another unit later says nothing without the name (510116108203: 布市村 until 2019, 岷江村 since 2021).
"""

import re
from dataclasses import dataclass, field
from datetime import date

from grids.models import Area, AreaCode, Level

ENDINGS = re.compile(r"(社区居民委员会|社区居委会|社区委会|社区委员会|村民委员会|居民委员会|居委会|村委会|委会|社区|村"
                     r"|街道办事处|街道办|街办|街道|镇人民政府|镇政府|镇|乡人民政府|乡政府|乡)$")
NUMBER = re.compile(r"0*(\d+)")


def base(name: str) -> str:
    """What is left of a name without what kind of unit it is."""
    return ENDINGS.sub("", name.strip()) or name.strip()


@dataclass
class Found:
    """`area` is a community or a grid; `problem` the code of what is wrong, `column` the name of the column."""

    area: Area | None = None
    problem: str = ""
    column: str = ""


@dataclass
class Units:
    """The units of a county, as far as `home` (the area of the import) and `is_mine` (a key) go. Asks the database when
    it is made, and never after."""

    home: Area
    is_mine: object
    today: date
    areas: dict[int, Area] = field(default_factory=dict)
    _known: dict[tuple, Found] = field(default_factory=dict)

    def __post_init__(self):
        county = self.home.key - self.home.key % 10**12
        rows = Area.objects.filter(key__gte=county, key__lt=county + 10**12).current(self.today).defer("outline")
        self.areas = {area.pk: area for area in rows}
        self.towns = [area for area in self.areas.values() if area.level == Level.TOWN]
        self.communities = [area for area in self.areas.values() if area.level == Level.COMMUNITY]
        self.codes: dict[str, list[AreaCode]] = {}
        for row in AreaCode.objects.filter(area__in=rows):
            self.codes.setdefault(row.code, []).append(row)
        self.grids = {}
        for area in self.areas.values():
            if area.level == Level.GRID:
                self.grids.setdefault(area.parent_id, []).append(area)

    def find(self, town: str, community: str, grid: str, code: str) -> Found:
        """Remembered: a table of a million rows names some hundred units."""
        key = (town, community, grid, code)
        if key not in self._known:
            self._known[key] = self._find(*key)
        return self._known[key]

    def above(self, area: Area) -> tuple[str, ...]:
        """The names that may stand before an address in it, outermost first."""
        names = []
        while area:
            if area.level != Level.GRID:
                names.insert(0, area.name)
                if area.level == Level.TOWN:
                    names.insert(1, base(area.name) + "街道办事处")
            area = self.areas.get(area.parent_id)
        return ("四川省", "成都市", *names)

    def _find(self, town, community, grid, code) -> Found:
        found = self._community(town, community, code)
        if found.problem and found.area is None:
            return found
        area = found.area
        if not self.is_mine(area.key):
            return Found(problem="unit-outside", column="community" if community else "area_code")
        if grid:
            inner = self._grid(area, grid)
            if inner is None:
                return found if found.problem else Found(area, "grid-unknown", "grid")
            found = Found(inner, found.problem, found.column)
        return found

    def _community(self, town, community, code) -> Found:
        if code:
            return self._coded(code, community)
        if not community:
            if self.home.level == Level.COMMUNITY:
                return Found(self.home)
            return Found(problem="unit-missing", column="community")
        inside = self._named(self.towns, town) if town else []
        if town and not inside:
            return Found(problem="unit-unknown", column="town")
        if inside:
            pool = [area for area in self.communities if area.parent_id in {one.pk for one in inside}]
        else:
            pool = [area for area in self.communities if self.home.low <= area.key < self.home.high]
        matches = self._named(pool, community)
        if not matches and not inside:
            others = self._named(self.communities, community)
            return Found(problem="unit-outside" if others else "unit-unknown", column="community")
        if len(matches) != 1:
            return Found(problem="unit-ambiguous" if matches else "unit-unknown", column="community")
        return Found(matches[0])

    def _coded(self, code, community) -> Found:
        code = code[:12] if len(code) > 12 else code
        rows = self.codes.get(code)
        if not rows:
            return Found(problem="unit-unknown", column="area_code")
        if community:
            named = [row for row in rows if base(row.name) == base(community)]
            if named:
                return Found(self.areas[named[-1].area_id])
            matches = self._named([area for area in self.communities if self.home.low <= area.key < self.home.high],
                                  community)
            if len(matches) == 1:
                return Found(matches[0], "code-of-other", "area_code")
            return Found(problem="unit-unknown", column="community")
        today = [row for row in rows if row.valid_to is None] or rows
        if len({row.area_id for row in today}) != 1 or self.areas[today[0].area_id].level != Level.COMMUNITY:
            return Found(problem="unit-ambiguous", column="area_code")
        return Found(self.areas[today[0].area_id])

    def _named(self, pool: list[Area], name: str) -> list[Area]:
        """Those of exactly this name, else those of the same name but for its ending, 村 apart from 社区."""
        if exact := [area for area in pool if area.name == name]:
            return exact
        close = [area for area in pool if base(area.name) == base(name)]
        if len(close) > 1 and name != base(name):
            is_village = name.endswith(("村", "村委会", "村民委员会"))
            close = [area for area in close if area.name.endswith("村") == is_village] or close
        return close

    def _grid(self, community: Area, name: str) -> Area | None:
        pool = self.grids.get(community.pk, [])
        for area in pool:
            if name in {area.name, area.code, area.name.removeprefix(community.name)}:
                return area
        number = NUMBER.search(name.removeprefix(community.name))
        if number is None:
            return None
        same = [area for area in pool
                if (other := NUMBER.search(area.name.removeprefix(community.name))) and other[1] == number[1]]
        return same[0] if len(same) == 1 else None
