"""What the grid worker of the tour has written down on the rounds of the last days."""

import uuid
from datetime import time, timedelta

from shapely.geometry import shape

from grids.models import Level
from patrol.actions import write_note
from patrol.models import Kind, Purpose

from . import accounts
from .moments import at_clock
from .world import World

# days ago, hour, kind, purpose, where, what
NOTES = [
    (1, 9, Kind.PATROL, "", "农贸市场周边", "早市秩序正常，劝离占道摊贩两处，消防通道畅通。"),
    (1, 15, Kind.VISIT, Purpose.SAFETY, "沿街商铺", "查看六家餐饮店燃气软管，一家老化，已告知更换。"),
    (2, 10, Kind.VISIT, Purpose.SERVICE, "紫东阁小区", "上门帮助老人办理社保年审，资料已交社区窗口。"),
    (3, 16, Kind.OPINION, "", "小区凉亭", "居民希望在中庭增设电动车充电桩，避免飞线。"),
    (4, 10, Kind.PROMOTION, "", "社区广场", "发放防诈骗、森林防火宣传单八十份。"),
]  # fmt: skip


def load(world: World) -> int:
    """Write them; returns how many."""
    grid = accounts.home(world)[Level.GRID]
    point = shape(grid.outline).representative_point()
    for days, hour, kind, purpose, place, text in reversed(NOTES):
        at = at_clock(world.today - timedelta(days=days), time(hour))
        write_note(by=world.users["worker"], at=at, uuid=uuid.UUID(int=world.random.getrandbits(128), version=4),
                   kind=kind, purpose=purpose, place=place, text=text, longitude=point.x, latitude=point.y)
    return len(NOTES)
