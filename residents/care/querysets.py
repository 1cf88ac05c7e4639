"""Reading referrals. `CareReferral.objects.visible_to(user)` is the one rule of list, page, search and files.

A referral is seen by the registrar who keeps it and by the handlers of the agency that has it; by nobody else, of
whatever rank. What is restricted is seen by nobody.
"""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate

from grids.jurisdiction import NOTHING, posts_for
from grids.models import Post
from grids.roles import Role
from shuangliu.retention.restrictions import Restrictable

from .states import OF_AGENCY, SHOWN_TO_AGENCY, State


def seen(user, act: str = "care.view", path: str = "") -> Q:
    """The filter for the referrals of `user`; `path` leads to the referral ("referral__"). Whoever keeps one and has
    left the post leaves it to the registrars of the place."""
    q = Q()
    for post in posts_for(user, act):
        inside = Q(**{f"{path}area_key__gte": post.area.low, f"{path}area_key__lt": post.area.high})
        if post.role == Role.DEPT_HANDLER:
            q |= inside & Q(**{f"{path}agency": post.department_id, f"{path}state__in": SHOWN_TO_AGENCY})
        else:
            served = Post.objects.on(localdate()).filter(user=OuterRef(f"{path}keeper"), role=Role.REGISTRAR)
            q |= inside & (Q(**{f"{path}keeper": user.pk}) | ~Exists(served))
    return (q or NOTHING) & ~Q(**{f"{path}state": State.RESTRICTED})


class CareQuerySet(Restrictable, models.QuerySet):
    def visible_to(self, user):
        return self.filter(seen(user)).unrestricted()

    def waiting_for(self, user):
        """It is the turn of `user`: at an agency what was sent to it, at the counter what came back."""
        roles = {post.role for post in posts_for(user, "care.view")}
        mine = Q(state__in=OF_AGENCY) if Role.DEPT_HANDLER in roles else NOTHING
        if Role.REGISTRAR in roles:
            mine |= Q(state=State.RETURNED)
        return self.visible_to(user).filter(mine, due_at__isnull=False)

    def for_queue(self):
        return self.select_related("agency", "person")

    def for_detail(self):
        return self.select_related("agency", "person", "keeper", "area").defer("area__outline")


class TaskQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A worker's own, while they are a grid worker; a task that is over is shown for the day."""
        if not posts_for(user, "care-task.view"):
            return self.none()
        return self.filter(Q(done_at=None) | Q(done_at__date=localdate()), worker=user.pk)

    def to_do(self):
        return self.filter(done_at=None)

    def for_list(self):
        return self.select_related("referral__person")

    for_queue = for_list


class AidQuerySet(models.QuerySet):
    def visible_to(self, user):
        """As its referral is."""
        from .models import CareReferral

        return self.filter(referral__in=CareReferral.objects.visible_to(user).values("pk"))

    def for_detail(self):
        return self.select_related("referral__agency", "referral__person", "household__dwelling__building")
