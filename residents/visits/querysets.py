"""Reading visits. `VisitTask.objects.visible_to(user)` is the one rule of list, page, report and count."""

from django.db import models
from django.db.models import Prefetch, Q, Sum

from grids.jurisdiction import NOTHING, posts_for, scope_q
from grids.models import Area

from .states import TO_ENTER, State

SUMS = ("dwellings", "fresh", "known", "unseen", "people", "unnumbered", "stale")


class VisitTaskQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Of the areas in which `user` may see visits: workers their grid, desks their community."""
        return self.filter(scope_q(user, "visit.view"))

    def of_desk(self, user, act: str = "visit.view"):
        """The same rows, by the key under which the piles of a desk are indexed."""
        scope = Q()
        for post in posts_for(user, act):
            scope |= Q(**{f"{post.area.level}_key": post.area.key})
        return self.filter(scope or NOTHING)

    def to_make(self):
        return self.filter(state=State.OPEN)

    def to_enter(self):
        return self.filter(state__in=TO_ENTER)

    def for_queue(self):
        return self.select_related("dwelling__building")

    def with_people(self):
        """With who lives there today by the register: `task.dwelling.homes`."""
        from ..models import Residence

        homes = Residence.objects.filter(until=None).in_use().select_related("person").order_by("id")
        return self.for_queue().prefetch_related(Prefetch("dwelling__residences", homes, to_attr="homes"))


class CoverageQuerySet(models.QuerySet):
    def below(self, area: Area) -> dict[int, dict]:
        """By the key of each area one level below `area`: the sums of what lies in it."""
        level = {"county": "town", "town": "community"}.get(area.level, "grid")
        rows = self.filter(area_key__gte=area.low, area_key__lt=area.high)
        return {row.pop(f"{level}_key"): row for row in rows.order_by().values(f"{level}_key").annotate(
            **{name: Sum(name) for name in SUMS})}
