"""What people of the demo county name instead of an address: the service centre of each community, where it stands."""

from shapely.geometry import shape

from grids.models import Area, Level
from hotline.models import Landmark

from .world import World


def load(world: World) -> int:
    """One landmark a community; returns how many."""
    made = []
    for community in Area.objects.filter(level=Level.COMMUNITY, valid_to=None).order_by("code"):
        short = community.name.removesuffix("社区").removesuffix("村")
        point = shape(community.outline).representative_point() if community.outline else None
        made.append(Landmark(
            code=f"center-{community.code}", name=f"{community.name}党群服务中心", area=community,
            aliases=f"{short}党群中心 {short}便民服务站", longitude=point and round(point.x, 6),
            latitude=point and round(point.y, 6)))
    return len(Landmark.objects.bulk_create(made))
