"""Reading incidents. `Incident.objects.visible_to(user).open().in_area(area).for_queue()` chains."""

import re
from datetime import datetime

from django.db import models
from django.db.models import Q

from grids.jurisdiction import NOTHING, area_q, posts_for
from grids.models import Level
from grids.roles import Role

from .models.move import Move
from .states import OPEN
from .waiting import waiting_q

NUMBER = re.compile(r"(?:SJ)?0*(\d{1,18})", re.IGNORECASE)

ROW = (
    "area_key", "description", "place", "state", "tier", "is_urgent", "due_at", "alert", "rework_count",
    "reported_at", "case_id", "reporter_id", "category__name", "grid__name", "department__name",
)


class IncidentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What `user` may see: tiers and grid workers their areas, departments what is or was assigned to
        them, reporters always their own. The one rule of list, detail, search, map, attachment and API."""
        posts = posts_for(user, "incident.view")
        if not posts:
            return self.none()
        areas = [post.area for post in posts if post.role != Role.DEPT_HANDLER]
        departments = [post.department_id for post in posts if post.role == Role.DEPT_HANDLER]
        own = self.model.objects.filter(reporter=user)
        assigned = Move.objects.filter(department__in=departments)
        if areas:
            seen = area_q(areas) | Q(reporter=user)
            return self.filter(seen | Q(pk__in=assigned.values("incident")) if departments else seen)
        # A union of keys, not an OR: the planner then reads two small sets instead of the whole table.
        return self.filter(pk__in=assigned.order_by().values("incident").union(own.order_by().values("pk")))

    def waiting_for(self, user):
        """What `user` has to move on: the first tab, and the desk."""
        return self.filter(waiting_q(user))

    def open(self):
        # Said of due_at too, so that the partial indexes of the queues serve it.
        return self.filter(state__in=OPEN, due_at__isnull=False)

    def due_before(self, at: datetime):
        """Open incidents whose running stage ends before `at`."""
        return self.open().filter(due_at__lt=at)

    def overdue(self, at: datetime):
        """Open incidents whose running stage is over at `at`."""
        return self.open().filter(due_at__lte=at)

    def in_area(self, area):
        """Incidents of an area of any level, by the key that its queue is indexed under."""
        rows = self.filter(**{f"{area.level}_key": area.key})
        return rows.filter(community_key=area.parent.key) if area.level == Level.GRID else rows

    def numbered(self, text: str):
        """The incident with this number, written as SJ00000123 or 123; none for anything else."""
        found = NUMBER.fullmatch(text.strip())
        return self.filter(pk=int(found[1])) if found and int(found[1]) < 2**63 else self.filter(NOTHING)

    def for_queue(self):
        """With all that a row of a list prints, and nothing else: outlines and papers are large."""
        return self.select_related("category", "grid", "department").only(*ROW)

    def for_api(self):
        """With what the API tells of each; codes instead of outlines."""
        return self.select_related("category", "grid", "department").only(
            *ROW, "uuid", "longitude", "latitude", "category__code", "grid__code", "department__code")

    def for_detail(self):
        """With everybody and everything that one page names."""
        return self.select_related(
            "category__parent", "grid__parent__parent", "department", "handler", "case", "reporter", "resolved_by",
            "verified_by", "closed_by",
        ).defer("grid__outline", "grid__parent__outline", "grid__parent__parent__outline")
