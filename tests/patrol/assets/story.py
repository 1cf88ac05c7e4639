"""What the tests of cameras and neighbours say in one line."""

from datetime import date
from itertools import count

from patrol.assets import actions, neighbourhood
from patrol.assets.models import Camera, Neighbour
from tests.cast import HERE
from tests.conftest import NOW
from tests.incidents.story import make_kinds

numbers = count(1)


def camera(cast, *, by=None, at=NOW, area=None, **given) -> Camera:
    """One of Wang's grid that lacks nothing."""
    return actions.register(by=by or cast.tang, at=at, area=area or cast.grid, **{
        "code": f"SLJK{next(numbers):04d}", "site": "棠湖西路与清泰路口西南角", "longitude": HERE.longitude,
        "latitude": HERE.latitude, "owner": "town", "owned_by": "东升街道办事处", "filing": "川双公视备2025001",
        "has_sign": True, "retention_days": 30, "purpose": "street", "installed_on": date(2025, 6, 1)} | given)


def fault_category():
    """The category of the catalogue under which faults are reported."""
    from incidents.models import Category

    make_kinds()
    parent, _made = Category.objects.get_or_create(code="E06", defaults={
        "name": "公用设施部件", "handle_amount": 5, "handle_unit": "working_days", "owner_tier": 3})
    return Category.objects.get_or_create(code=actions.CATEGORY, defaults={
        "name": "监控设备故障", "parent": parent, "handle_amount": 5, "handle_unit": "working_days",
        "department": "police"})[0]


def faulty(cast, **given) -> Camera:
    """Out of order since its incident was reported."""
    fault_category()
    found = camera(cast, **given)
    actions.report(found, by=cast.tang, at=NOW, fault="断电，指示灯不亮")
    return found


def neighbour(cast, *, at=NOW, **given) -> Neighbour:
    return neighbourhood.write(by=cast.sun, at=at, area=cast.town, **{
        "beyond": "武侯区金花桥街道", "organisation": "金花桥派出所", "duty_line": "02885741110",
        "contact_name": "邓志强", "contact_phone": "13900002222", "shifts": "每周五 20:00 机场路口会合",
        "is_active": True} | given)
