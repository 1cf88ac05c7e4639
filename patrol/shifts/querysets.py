"""Reading routes, shifts and check-ins; `visible_to(user)` is the one rule of list, page, count and API."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from grids.jurisdiction import NOTHING, posts_for, scope_q


class RouteQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(scope_q(user, "route.view"))

    def in_use(self):
        return self.filter(closed_on=None)


class ShiftQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Desks and leaders those of their areas, everybody those they walk themselves, wherever they lie."""
        from .models import Duty

        if user.pk is None:
            return self.none()
        own = Exists(Duty.objects.filter(shift=OuterRef("pk"), person=user))
        return self.filter(scope_q(user, "shift.view") | Q(own))

    def of_desk(self, user, act: str = "shift.view"):
        """The same rows without one's own, by the key under which the rosters of a desk are indexed."""
        return self.filter(_desk(user, act))

    def walked_by(self, user):
        """Those on whose roster `user` stands, by the index of a person's days."""
        return self.filter(duties__person=user)

    def to_watch(self, at):
        """What the watch must look at by `at`, the longest overdue first."""
        return self.filter(watch_at__lte=at).order_by("watch_at", "id")


class CheckInQuerySet(models.QuerySet):
    def of_desk(self, user, act: str):
        """Those at points of the areas in which `user` may do `act`, by the key of their level."""
        return self.filter(_desk(user, act))

    def doubtful(self):
        return self.filter(Q(is_far=True) | Q(is_unseen=True) | Q(is_untimely=True) | Q(is_clock_off=True))


def _desk(user, act: str) -> Q:
    scope = Q()
    for post in posts_for(user, act):
        scope |= Q(**{f"{post.area.level}_key": post.area.key})
    return scope or NOTHING
