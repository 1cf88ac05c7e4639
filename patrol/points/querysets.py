"""Reading points. `PatrolPoint.objects.visible_to(user)` is the one rule of list, page, map and choice."""

from django.db import models

from grids.jurisdiction import scope_q


class PointQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(scope_q(user, "point.view"))

    def in_use(self):
        return self.filter(closed_on=None)

    def for_list(self):
        return self.select_related("area").defer("area__outline")
