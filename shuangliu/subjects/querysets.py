"""Reading requests. `SubjectRequest.objects.visible_to(user)` is the one rule of list, page, search and count.

The desk that took a request sees it: registrars what came to their counter, the hotline's supervisor what came to the
hotline. The security administrator sees all of the county.
"""

from datetime import datetime

from django.db import models
from django.db.models import Q

from grids.jurisdiction import NOTHING, area_q, posts_for
from grids.roles import Role

from .rights import desk_of
from .states import OPEN, OVER, Turn


class SubjectRequestQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(seen(user))

    def waiting_for(self, user):
        """It is the turn of `user`; the administrator never decides on whom they have checked themselves."""
        mine = NOTHING
        for post in posts_for(user, "subject.view"):
            if post.role == Role.SECURITY_ADMIN:
                mine |= area_q([post.area]) & Q(turn=Turn.ADMIN) & (Q(identified_by=None) | ~Q(identified_by=user.pk))
            else:
                mine |= _of_desk(post) & Q(turn=Turn.DESK)
        return self.filter(mine, due_at__isnull=False)

    def open(self):
        return self.filter(state__in=sorted(OPEN))

    def overdue(self, at: datetime):
        return self.filter(due_at__lte=at)

    def over(self):
        return self.filter(state__in=sorted(OVER))

    def of_matter(self, matter: models.Model):
        """Those that were asked about it, oldest first."""
        return self.filter(about_type=matter._meta.label_lower, about_id=matter.pk).order_by("id")

    def for_queue(self):
        return self

    def for_detail(self):
        return self.select_related("identified_by", "decided_by", "answered_by", "earlier")


def seen(user) -> Q:
    q = NOTHING
    for post in posts_for(user, "subject.view"):
        q |= area_q([post.area]) if post.role == Role.SECURITY_ADMIN else _of_desk(post)
    return q


def _of_desk(post) -> Q:
    return area_q([post.area]) & Q(desk=desk_of(post.role))
