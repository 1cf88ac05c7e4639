"""785 cameras of the county as things, and the offices next door (domain.md §2 no. 4). All invented but the names of
places."""

from datetime import timedelta
from random import Random
from uuid import UUID

from shapely import Point
from shapely.geometry import shape

from patrol.assets import actions, neighbourhood
from patrol.assets.models import Camera, CameraMove, Neighbour
from patrol.assets.states import Act, State

from .play import sweep
from .world import SEED, World

IN_ALL, IN_TINY = 785, 40
SITES = ("{short}路口东北角", "{short}农贸市场门口", "{short}小学门前", "{short}公交站旁", "{short}村口",
         "{short}小区南门", "{short}卫生站外", "{short}河堤步道", "{short}文化广场", "{short}停车棚")
# Kind of owner, who that is, and how many of a hundred; the purposes that go with the sites above.
OWNERS = (("police", "双流区公安分局", 38), ("town", "{town}办事处", 30), ("unit", "{short}商贸有限公司", 16),
          ("property", "{short}物业服务中心", 12), ("court", "{short}院落自治管理小组", 4))
PURPOSES = ("street", "street", "school", "street", "entrance", "entrance", "school", "street", "street", "parking")
FAULTS = ("断电，指示灯不亮", "线缆被施工挖断", "立杆倾斜", "镜头罩破裂进水", "时间不准，录像中断")
# Where ours ends: our town, what lies beyond, who works there, and how they walk together.
BORDERS = (
    ("彭镇", "温江区涌泉街道", "涌泉派出所", "每月第一个周五 20:00 在彭温路口会合，联合巡查边界道路。"),
    ("黄水镇", "新津区普兴街道", "普兴街道综治中心", "每月 15 日晚互通边界警情数量，逢场日联合巡逻。"),
    ("黄龙溪镇", "彭山区江口街道", "江口派出所", "节假日古镇外围联合值守，先到一方通知对方。"),
    ("黄龙溪镇", "仁寿县黑龙滩镇", "黑龙滩镇综治中心", "水库库岸每季度联合巡查一次。"),
    ("公兴镇", "天府新区万安街道", "万安派出所", "周五、周六 21:00 至 24:00 沿剑南大道联合巡逻。"),
    ("西航港街道", "武侯区簇桥街道", "簇桥街道综治中心", "川大路一线每周三联合巡逻。"),
    ("西航港街道", "高新区中和街道", "中和派出所", "地铁站周边晚高峰互相通报人流。"),
    ("东升街道", "武侯区金花桥街道", "金花桥派出所", "机场路口每周五 20:00 会合。"),
    ("九江街道", "青羊区文家街道", "文家派出所", "边界工地夜间联合检查照明和围挡。"),
    ("九江街道", "武侯区机投桥街道", "机投桥街道综治中心", ""),
    ("金桥镇", "新津区花源街道", "花源派出所", "毗河大桥两端每月联合巡逻一次。"),
    ("永安镇", "彭山区黄丰镇", "黄丰镇综治中心", "农忙时节互派两人看护农机停放点。"),
)


def load(world: World) -> int:
    """Returns how many cameras there are."""
    random = Random(f"{SEED} cameras")  # noqa: S311
    grids, wanted = world.grids, IN_TINY if world.is_tiny else IN_ALL
    cameras = [_camera(world, random, grids[number * len(grids) // wanted], number) for number in range(wanted)]
    made = Camera.objects.bulk_create(cameras, batch_size=500)
    CameraMove.objects.bulk_create([CameraMove(camera=one, act=Act.REGISTER, to_state=State.WORKING, at=world.at -
                                               timedelta(days=90)) for one in made], batch_size=500)
    _break_some(world, random, made)
    return len(made)


def _camera(world: World, random: Random, grid, number: int) -> Camera:
    short = grid.name.partition("社区")[0].partition("村")[0]
    site = random.randrange(len(SITES))
    owner, name, _share = random.choices(OWNERS, [share for _kind, _name, share in OWNERS])[0]
    point = _point(random, grid)
    age = random.randrange(5, 1500)
    return Camera(
        code=f"SLJK{number + 1:04d}", site=SITES[site].format(short=short), area=grid, area_key=grid.key,
        longitude=point and round(point.x, 6), latitude=point and round(point.y, 6), owner=owner,
        owned_by=name.format(short=short, town=world.town_of(grid).name), purpose=PURPOSES[site],
        filing="" if age < 30 or random.random() < 0.05 else f"川双公视备{2026 - age // 365}{number + 1:05d}",
        has_sign=random.random() < 0.94, retention_days=random.choices((15, 30, 60, 90, 180), (2, 62, 20, 14, 2))[0],
        installed_on=world.today - timedelta(days=age))


def _point(random: Random, grid) -> Point | None:
    """Somewhere in the grid, never twice at one place."""
    if not grid.outline:
        return None
    outline = shape(grid.outline)
    west, south, east, north = outline.bounds
    for _attempt in range(4):
        found = Point(random.uniform(west, east), random.uniform(south, north))
        if outline.contains(found):
            return found
    return outline.representative_point()


def _break_some(world: World, random: Random, cameras: list[Camera]) -> None:
    """Some wait for their incident, some have waited long, one was repaired."""
    for number, camera in enumerate(random.sample(cameras, 4 if world.is_tiny else 14)):
        at = world.at - timedelta(days=(1, 3, 10)[number % 3], hours=2)
        actions.report(camera, by=world.users["county"], at=at, fault=FAULTS[number % len(FAULTS)],
                       number=UUID(int=random.getrandbits(128), version=4))
    sweep(world.at)


def neighbours(world: World) -> int:
    """Returns how many offices next door there are."""
    random = Random(f"{SEED} neighbours")  # noqa: S311
    towns = {town.name: town for town in world.towns}
    for number, (town, beyond, organisation, shifts) in enumerate(BORDERS):
        area = towns.get(town) or world.towns[number % len(world.towns)]
        neighbourhood.write(
            by=world.users["county"], at=world.at - timedelta(days=random.choice((5, 30, 90, 200))), area=area,
            beyond=beyond, organisation=organisation, duty_line=f"028857{random.randrange(10000, 99999)}",
            contact_name=world.people.person().name, contact_phone=world.people.mobile(), shifts=shifts, is_active=True)
    return Neighbour.objects.count()
