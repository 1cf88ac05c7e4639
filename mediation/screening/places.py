"""Who has to do with a screening point: desks with those of their areas, grid workers with that of their community."""

from django.db.models import Q

from grids.jurisdiction import area_q, posts_for
from grids.keys import truncate
from grids.models import Level
from grids.roles import Role


def community_of(post) -> int:
    return truncate(post.area.key, Level.COMMUNITY)


def point_q(user, act: str, field: str) -> Q:
    """Filter for the points (or what belongs to them) to which `user` may do `act`. A point lies at a community,
    above the grids: that worker's post covers none, and yet it is they who walk past it."""
    posts = posts_for(user, act)
    communities = {community_of(post) for post in posts if post.role == Role.GRID_WORKER}
    seen = area_q([post.area for post in posts], field)
    return seen | Q(**{f"{field}__in": communities}) if communities else seen


class AtPoint:
    """A matter of a point: `may` widens a grid worker's post to the community, as point_q does."""

    def grants(self, act: str, user) -> bool:
        return any(post.role == Role.GRID_WORKER and community_of(post) == self.area_key
                   for post in posts_for(user, act))
