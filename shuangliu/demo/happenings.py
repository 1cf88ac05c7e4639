"""What people report: the kinds of texts/incidents.csv, each time in another grid, at another point."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import shapely
from shapely.geometry import shape

from grids.models import Area
from incidents.models import Category

from .world import World

TEXTS = Path(__file__).parent / "texts"
SPOTS = ["东街", "西街", "南街", "北街", "一组", "三组", "五组", "农贸市场旁", "公交站旁", "小学门口", "广场边",
         "河边绿道"]  # fmt: skip


@dataclass(frozen=True)
class Happening:
    """Something seen in a grid, and what will be said to have been done about it. `scene` names its picture."""

    category: Category
    grid: Area
    place: str
    longitude: float
    latitude: float
    description: str
    reply: str
    scene: str


class Happenings:
    """Draws happenings, the commoner kinds more often, in key communities more often than in villages."""

    def __init__(self, world: World):
        self.world = world
        with (TEXTS / "incidents.csv").open(encoding="utf-8", newline="") as file:
            self.kinds = list(csv.DictReader(file))
        self.categories = Category.objects.select_related("parent").in_bulk(field_name="code")
        self.modes = {area.pk: area.grid_mode for area in world.communities}
        self.weights = [4 if self.modes[grid.parent_id] == "key" else 1 for grid in world.grids]
        self.shapes: dict[int, shapely.Geometry] = {}
        self.grids_of = defaultdict(list)
        for grid in world.grids:
            for code in (grid.code[:6], grid.code[:9], grid.code[:12], grid.code):
                self.grids_of[code].append(grid)

    def draw(self, fits, where: Area | None = None) -> Happening:
        """A happening of a category for which `fits(category)` holds, in this area (None: anywhere)."""
        random = self.world.random
        kinds = [kind for kind in self.kinds if fits(self.categories[kind["code"]])]
        kind = random.choices(kinds, [int(kind["weight"]) for kind in kinds])[0]
        grid = random.choice(self.grids_of[where.code]) if where else random.choices(self.world.grids, self.weights)[0]
        longitude, latitude = self._point(grid)
        return Happening(
            category=self.categories[kind["code"]], grid=grid, longitude=longitude, latitude=latitude,
            place=f"{self.world.areas[grid.code[:12]].name}{random.choice(SPOTS)}",
            description=random.choice(kind["description"].split("|")), reply=kind["reply"], scene=kind["scene"])

    def _point(self, grid: Area) -> tuple[float, float]:
        """Some point inside the grid, to about a metre."""
        outline = self.shapes.get(grid.pk)
        if outline is None:
            outline = self.shapes[grid.pk] = shape(grid.outline)
            shapely.prepare(outline)
        random = self.world.random
        while True:
            point = round(random.uniform(grid.west, grid.east), 5), round(random.uniform(grid.south, grid.north), 5)
            if shapely.contains_xy(outline, *point):
                return point
