"""The fixed cast: two towns of the county, and who serves there.

Wang keeps grid 1 of 棠湖社区 in 东升街道, Li the next grid; Zhao is the community's workstation clerk, Sun the
town's dispatcher, Tang the county's dispatcher, Chen the county supervisor, Zhou a handler of the county's
urban management and Guo of the town's; Qian is the workstation clerk of 机场路社区 in another town, Lu its
dispatcher. Wu is the mediation clerk of the town's centre, Zheng manages the county centre, Feng is a mediator. He
audits, An guards personal data. Ma answers the hotline, Mu supervises it. Xie is the registrar of 棠湖社区,
Yan of 机场路社区; Luo is a landlord with an account, Min handles for the county's civil affairs. Jin
leads the patrols of the town, Hong is a volunteer of 棠湖社区. Nobody has no post at all.
"""

from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace

from grids.models import Area, AreaCode, Department, Level, Post
from grids.roles import Role
from shuangliu.accounts.models import User

SINCE = date(2010, 1, 1)

# code, level, name, kind, grid mode, rectangle west south east north
AREAS = [
    ("510116", Level.COUNTY, "双流区", "", "", (103.80, 30.40, 104.00, 30.60)),
    ("510116001", Level.TOWN, "东升街道", "subdistrict", "", (103.80, 30.40, 103.90, 30.60)),
    ("510116001001", Level.COMMUNITY, "棠湖社区", "urban", "key", (103.80, 30.40, 103.90, 30.60)),
    ("510116001001001", Level.GRID, "棠湖社区第1网格", "general", "", (103.80, 30.40, 103.85, 30.60)),
    ("510116001001002", Level.GRID, "棠湖社区第2网格", "general", "", (103.85, 30.40, 103.90, 30.60)),
    ("510116002", Level.TOWN, "西航港街道", "subdistrict", "", (103.90, 30.40, 104.00, 30.60)),
    ("510116002001", Level.COMMUNITY, "机场路社区", "urban", "general", (103.90, 30.40, 104.00, 30.60)),
    ("510116002001001", Level.GRID, "机场路社区第1网格", "general", "", (103.90, 30.40, 104.00, 30.60)),
]

# username, full name, role, area code, department code
PEOPLE = [
    ("wang", "王网格", Role.GRID_WORKER, "510116001001001", None),
    ("li", "李邻格", Role.GRID_WORKER, "510116001001002", None),
    ("zhao", "赵工作", Role.WORKSTATION, "510116001001", None),
    ("sun", "孙分中", Role.SUBCENTER, "510116001", None),
    ("tang", "唐派遣", Role.COUNTY_DISPATCH, "510116", None),
    ("chen", "陈监管", Role.COUNTY_SUPERVISOR, "510116", None),
    ("zhou", "周处置", Role.DEPT_HANDLER, "510116", "urban-management"),
    ("guo", "郭执法", Role.DEPT_HANDLER, "510116001", "dongsheng-urban-management"),
    ("lu", "陆他镇", Role.SUBCENTER, "510116002", None),
    ("qian", "钱他站", Role.WORKSTATION, "510116002001", None),
    ("min", "闵民政", Role.DEPT_HANDLER, "510116", "civil-affairs"),
    ("wu", "吴窗口", Role.MED_CLERK, "510116001", None),
    ("zheng", "郑主任", Role.CENTER_MANAGER, "510116", None),
    ("feng", "冯调解", Role.MEDIATOR, "510116001", None),
    ("he", "何审计", Role.AUDITOR, "510116", None),
    ("ma", "马坐席", Role.HOTLINE_AGENT, "510116", None),
    ("mu", "穆班长", Role.HOTLINE_LEAD, "510116", None),
    ("xie", "谢登记", Role.REGISTRAR, "510116001001", None),
    ("yan", "严他登", Role.REGISTRAR, "510116002001", None),
    ("luo", "罗房东", Role.LANDLORD, "510116", None),
    ("an", "安管理", Role.SECURITY_ADMIN, "510116", None),
    ("jin", "金队长", Role.PATROL_LEADER, "510116001", None),
    ("hong", "洪袖套", Role.VOLUNTEER, "510116001001", None),
]


def square(west: float, south: float, east: float, north: float) -> dict:
    """A rectangle as a GeoJSON Polygon."""
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


@dataclass
class Cast:
    """`cast.wang` is a user, `cast.areas["510116001"]` an area, `cast.departments["urban-management"]`."""

    areas: dict[str, Area] = field(default_factory=dict)
    departments: dict[str, Department] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)

    def __getattr__(self, name: str) -> User:
        try:
            return self.__dict__["people"][name]
        except KeyError:
            raise AttributeError(name) from None

    @property
    def county(self):
        return self.areas["510116"]

    @property
    def town(self):
        return self.areas["510116001"]

    @property
    def community(self):
        return self.areas["510116001001"]

    @property
    def grid(self):
        return self.areas["510116001001001"]


# Points inside: Wang's grid, Li's grid, Qian's community; and one in Beijing.
HERE = SimpleNamespace(longitude=103.82, latitude=30.5)
NEXT_DOOR = SimpleNamespace(longitude=103.88, latitude=30.5)
OTHER_TOWN = SimpleNamespace(longitude=103.95, latitude=30.5)
BEIJING = SimpleNamespace(longitude=116.397, latitude=39.908)


def assemble() -> Cast:
    """Create areas, departments, people and posts in the test database."""
    cast, codes = Cast(), []
    for code, level, name, kind, mode, box in AREAS:
        parent = next((cast.areas[code[:n]] for n in (12, 9, 6) if n < len(code) and code[:n] in cast.areas), None)
        area = Area.objects.create(code=code, level=level, name=name, kind=kind, grid_mode=mode, parent=parent,
                                   outline=square(*box), is_schematic=True, valid_from=SINCE)
        codes += [AreaCode(area=area, code=code, name=name, valid_from=date(2016, 1, 1)),
                  AreaCode(area=area, code="510122" + code[6:], name=name.replace("双流区", "双流县"),
                           valid_from=SINCE, valid_to=date(2015, 12, 31))]
        cast.areas[code] = area
    AreaCode.objects.bulk_create(codes)
    for code, name, area in [("urban-management", "区城市管理局", "510116"), ("police", "区公安分局", "510116"),
                             ("civil-affairs", "区民政局", "510116"),
                             ("dongsheng-urban-management", "东升街道综合执法队", "510116001")]:
        cast.departments[code] = Department.objects.create(code=code, name=name, area=cast.areas[area])
    names = {username: name for username, name, *_ in PEOPLE} | {"nobody": "无岗位"}
    users = [User(username=username, name=name, must_change_password=False) for username, name in names.items()]
    for user in users:
        user.set_unusable_password()
    cast.people |= {user.username: user for user in User.objects.bulk_create(users)}
    for username, _name, role, area, department in PEOPLE:
        Post.objects.create(user=cast.people[username], role=role, area=cast.areas[area], valid_from=SINCE,
                            department=cast.departments.get(department))
    return cast
