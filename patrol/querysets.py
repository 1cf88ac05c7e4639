"""Reading notes. `Note.objects.visible_to(user).for_list()` chains."""

from django.db import models
from django.db.models import Q

from grids.jurisdiction import posts_for
from grids.models import Area
from grids.roles import Role
from shuangliu.accounts.models import User


class NoteQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Grid workers see what they wrote themselves, the desks above all that is written in their areas. The one
        rule of list, page, photo and API."""
        posts = posts_for(user, "note.view")
        if not posts:
            return self.none()
        seen = Q(by=user)
        for area in {post.area for post in posts if post.role != Role.GRID_WORKER}:
            # By the key of its level, as the indexes are.
            seen |= Q(**{f"{area.level}_key": area.key})
        return self.filter(seen)

    def listed_for(self, user):
        """The same rows, said so that the index of a single desk or writer serves."""
        posts = posts_for(user, "note.view")
        areas = {post.area for post in posts if post.role != Role.GRID_WORKER}
        if len(areas) == 1 and all(post.role != Role.GRID_WORKER for post in posts):
            area = areas.pop()
            return self.filter(**{f"{area.level}_key": area.key})
        return self.visible_to(user)

    def for_list(self):
        """With the names that a row prints."""
        return self.prefetch_related(
            models.Prefetch("area", Area.objects.only("code", "name")),
            models.Prefetch("by", User.objects.only("name", "username")),
        )

    def for_detail(self):
        return self.select_related("area", "by").defer("area__outline")
