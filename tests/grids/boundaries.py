"""Plans of changed boundaries in the first town of the cast."""

from datetime import timedelta

from grids.changes import shapes
from grids.changes.plan import Part, Plan, free_codes
from grids.models import Area, AreaCode
from tests.cast import SINCE, Cast, square
from tests.conftest import NOW

TODAY = NOW.date()
LATER = TODAY + timedelta(days=20)
# West and east half of Wang's grid.
WEST, EAST = square(103.80, 30.40, 103.825, 30.60), square(103.825, 30.40, 103.85, 30.60)


def grids(cast: Cast) -> tuple[Area, Area]:
    return cast.areas["510116001001001"], cast.areas["510116001001002"]


def neighbour(cast: Cast) -> Area:
    """A second community in the first town, in nobody's way."""
    code = "510116001002"
    area = Area.objects.create(code=code, level="community", name="白衣社区", kind="urban", parent=cast.town,
                               outline=square(103.80, 30.60, 103.90, 30.65), valid_from=SINCE)
    AreaCode.objects.create(area=area, code=code, name=area.name, valid_from=SINCE)
    return area


def parts(community: Area, *outlines: dict, **first) -> list[Part]:
    """New grids with the next free codes; the first takes what has no point."""
    codes = free_codes(community, len(outlines))
    return [Part(code, f"新网格{code[-3:]}", "general", community, outline, takes_rest=number == 0,
                 **(first if number == 0 else {}))
            for number, (code, outline) in enumerate(zip(codes, outlines, strict=True))]


def split(cast: Cast, *, day=TODAY, makes=None, **more) -> Plan:
    old, _ = grids(cast)
    makes = parts(cast.community, WEST, EAST, worker=cast.nobody) if makes is None else makes
    return Plan("split", day, [old], makes, reason="户数超过上限", document="双网办〔2026〕3号", **more)


def merge(cast: Cast, *, day=TODAY, **more) -> Plan:
    both = list(grids(cast))
    makes = parts(cast.community, shapes.join(area.outline for area in both), **more)
    return Plan("merge", day, both, makes, reason="户数减少")


def move(cast: Cast, *, to: Area, day=TODAY, grid: Area | None = None) -> Plan:
    old = grid or cast.grid
    return Plan("move", day, [old], parts(to, old.outline), reason="社区调整")


def close(cast: Cast, *, day=TODAY) -> Plan:
    old, heir = grids(cast)
    return Plan("close", day, [old], heir=heir, reason="征地拆迁")
