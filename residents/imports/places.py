"""Where an import may write: the areas in which the one who brought it in is registrar today."""

from collections.abc import Callable

from grids.jurisdiction import covers, posts_for
from grids.models import Area, Level

ACT = "import.upload"


def areas_for(user) -> list[Area]:
    """The units whose tables `user` may bring in: those of their posts."""
    found = {post.area.pk: post.area for post in posts_for(user, ACT) if post.area.level != Level.GRID}
    return sorted(found.values(), key=lambda area: area.key)


def is_mine(user) -> Callable[[int], bool]:
    posts = posts_for(user, ACT)
    return lambda key: any(covers(post, key) for post in posts)
