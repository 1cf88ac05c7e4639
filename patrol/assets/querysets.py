"""Reading cameras and neighbours. `visible_to(user)` is the one rule of list, map, page, gaps and API."""

from datetime import date, datetime

from django.db import models
from django.db.models import Case, Count, Q, Value, When

from grids.jurisdiction import NOTHING, posts_for, scope_q

from .rules import LACKS, STANDS, lacking


class OfDesk(models.QuerySet):
    act = ""

    def visible_to(self, user):
        """Those of the areas in which `user` may look."""
        return self.filter(scope_q(user, self.act))

    def of_desk(self, user):
        """The same, by the keys under which the lists are indexed."""
        scope = Q()
        for post in posts_for(user, self.act):
            scope |= Q(**{f"{post.area.level}_key": post.area.key})
        return self.filter(scope or NOTHING)


class CameraQuerySet(OfDesk):
    """Of county dispatcher and supervisor, and of a patrol leader in the own towns: nobody else learns where cameras
    stand."""

    act = "camera.view"

    def standing(self):
        return self.filter(STANDS)

    def faulty(self):
        return self.filter(state="faulty")

    def lacking(self, code: str, at: datetime, today: date):
        return self.filter(lacking(code, at, today))

    def lacking_any(self, at: datetime, today: date):
        any_of = Q()
        for code in LACKS:
            any_of |= lacking(code, at, today)
        return self.filter(any_of)

    def with_lacks(self, at: datetime, today: date):
        """Each row with `is_unfiled`, … as Camera.lacks() reads them."""
        return self.annotate(**{f"is_{code}": Case(When(lacking(code, at, today), then=Value(True)),
                                                   default=Value(False)) for code in LACKS})

    def count_lacks(self, at: datetime, today: date) -> dict[str, int]:
        """How many lack what; one query."""
        return self.aggregate(**{code: Count("pk", filter=lacking(code, at, today)) for code in LACKS})

    def for_list(self):
        return self.select_related("area__parent").defer("area__outline", "area__parent__outline")

    def for_detail(self):
        return self.select_related("area__parent", "incident").defer("area__outline", "area__parent__outline")


class NeighbourQuerySet(OfDesk):
    act = "neighbour.view"

    def in_use(self):
        return self.filter(is_active=True)

    def for_list(self):
        return self.select_related("area").defer("area__outline")
