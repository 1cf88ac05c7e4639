"""Which areas a person may see the figures of: those of their posts that may look at figures.

`act` is the right in question: the dashboard's, or that of an app's own page of figures.
"""

from grids.jurisdiction import covers, posts_for
from grids.models import Area, Level

ACT = "dashboard.view"


def home(user, act: str = ACT) -> Area | None:
    """The widest area the user may see the figures of."""
    areas = [post.area for post in posts_for(user, act) if may_see(user, post.area, act)]
    return min(areas, key=lambda area: (len(area.code), area.code), default=None)


def may_see(user, area: Area, act: str = ACT) -> bool:
    """Does one of the user's posts hold the whole area? A grid has no figures of its own."""
    return area.level != Level.GRID and any(
        covers(post, area.low) and covers(post, area.high - 1) for post in posts_for(user, act))


def lineage(user, area: Area, act: str = ACT) -> list[Area]:
    """From the highest area the user may see down to `area` itself."""
    path = [area]
    while path[0].parent_id and may_see(user, path[0].parent, act):
        path.insert(0, path[0].parent)
    return path
