"""Liaison officers of the departments, but for one that has none, and the county's contingency plans with drills."""

from datetime import date, timedelta
from random import Random

from hotline.voices.models import ContingencyPlan, LiaisonOfficer, PlanDrill

from .people import People
from .world import SEED, World

WITHOUT = "water"
# title, kind, department, months until it is looked at again, what the last drill found
PLANS = [
    ("城区内涝应急预案", "disaster", "water", 7, "排涝泵车到场用时 38 分钟，备用电源接口不匹配，已更换。"),
    ("燃气泄漏事故应急预案", "accident", "fire", 4, "疏散通知到户较慢，已补充楼栋联络人名单。"),
    ("突发公共卫生事件应急预案", "health", "health", 10, ""),
    ("大面积停水应急供水预案", "service", "water", -1, "送水点位图已按新建小区更新。"),
    ("群体性劳资纠纷处置预案", "order", "labour", 5, ""),
]


def load(world: World) -> int:
    """Write them; returns how many."""
    people = People(Random(SEED + 2), world.today)  # noqa: S311
    offices = [one for one in world.departments.values() if one.area_id == world.county.pk and one.code != WITHOUT]
    officers = LiaisonOfficer.objects.bulk_create([
        LiaisonOfficer(area=world.county, department=office, name=people.name(is_woman=number % 2 == 0),
                       position="办公室副主任", office_phone=people.landline(), valid_from=date(2025, 1, 1))
        for number, office in enumerate(offices)])
    plans = ContingencyPlan.objects.bulk_create([
        ContingencyPlan(area=world.county, title=title, kind=kind, owner=world.departments[office], version="2025 年版",
                        valid_from=date(2025, 3, 1), review_on=world.today + timedelta(days=30 * months))
        for title, kind, office, months, _found in PLANS])
    PlanDrill.objects.bulk_create([
        PlanDrill(plan=plan, held_on=world.today - timedelta(days=60), summary=found)
        for plan, (*_plan, found) in zip(plans, PLANS, strict=True) if found])
    return len(officers) + len(plans)
