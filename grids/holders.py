"""Who holds which post over a place on a day: whom news of a matter concerns."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from django.db.models import Q

from .keys import LENGTH, truncate
from .models import Post
from .roles import Role

MOST = 200  # a desk with more people than that is told through its group


class Seat(NamedTuple):
    """A role, and of which department (none: of no department)."""

    role: Role
    department_id: int | None = None


class Holder(NamedTuple):
    """Somebody with an account in use, and where they sit."""

    user_id: int
    role: str
    area_id: int
    department_id: int | None

    def sits(self, seats: Collection[Seat]) -> bool:
        return (self.role, self.department_id) in seats


def holders(area_key: int, seats: Collection[Seat], on: date) -> list[Holder]:
    """Those who hold one of `seats` on this day in an area that holds `area_key`. One query; none for no seats."""
    if not seats:
        return []
    sits = Q()
    for role, department_id in seats:
        sits |= Q(role=role, department=department_id)
    posts = Post.objects.on(on).filter(
        sits, user__is_active=True, area__key__in=[truncate(area_key, level) for level in LENGTH])
    return [Holder(*row) for row in posts.order_by("user_id", "id").values_list(*Holder._fields)[:MOST]]
