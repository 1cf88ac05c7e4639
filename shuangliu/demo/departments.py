"""Departments of the county, and the offices of each town that incidents are dispatched to.

Their codes are what incident categories name; a town's office ends in the code of the department whose work it
does: dongsheng-urban-management.
"""

from grids.models import Department

from .world import World

COUNTY = {
    "police": "双流区公安分局",
    "urban-management": "双流区综合行政执法局",
    "transport": "双流区交通运输局",
    "agriculture": "双流区农业农村局",
    "civil-affairs": "双流区民政局",
    "housing": "双流区住房和城乡建设局",
    "environment": "双流生态环境局",
    "emergency": "双流区应急管理局",
    "fire": "双流区消防救援大队",
    "market": "双流区市场监督管理局",
    "health": "双流区卫生健康局",
    "water": "双流区水务局",
    "labour": "双流区人力资源和社会保障局",
    "justice": "双流区司法局",
}
TOWN = {
    "urban-management": "综合行政执法队",
    "police": "派出所",
    "housing": "村镇建设办公室",
    "civil-affairs": "社会事务办公室",
    "emergency": "应急管理办公室",
    "environment": "生态环境办公室",
}
PINYIN = {
    "东升": "dongsheng", "西航港": "xihanggang", "九江": "jiujiang", "黄甲": "huangjia", "公兴": "gongxing",
    "协和": "xiehe", "彭镇": "pengzhen", "黄龙溪": "huanglongxi", "永安": "yongan", "黄水": "huangshui",
    "金桥": "jinqiao", "胜利": "shengli",
}


def load(world: World) -> int:
    """Write the departments; returns how many."""
    departments = [Department(code=code, name=name, area=world.county) for code, name in COUNTY.items()]
    for town in world.towns:
        short = next(name for name in PINYIN if town.name.startswith(name))
        departments += [Department(code=f"{PINYIN[short]}-{code}", name=town.name + name, area=town)
                        for code, name in TOWN.items()]
    world.departments = {department.code: department for department in Department.objects.bulk_create(departments)}
    return len(departments)
