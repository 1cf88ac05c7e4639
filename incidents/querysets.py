"""Reading incidents. `Incident.objects.visible_to(user).open().in_area(area).for_queue()` chains."""

import re
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Prefetch, Q

from grids.jurisdiction import NOTHING, area_q, holds, posts_for
from grids.models import Area, Department, Level
from grids.roles import Role
from shuangliu.accounts.managers import but_names

from .models.category import Category
from .models.former_place import FormerPlace
from .models.move import Move
from .states import OPEN, State
from .waiting import waiting_q

NAMED = ("reporter", "handler", "resolved_by")  # on the page of an incident
NUMBER = re.compile(r"(?:SJ)?0*(\d{1,18})", re.IGNORECASE)

ROW = (
    "uuid", "area_key", "category_id", "description", "place", "reply", "longitude", "latitude", "grid_id", "state",
    "tier", "is_urgent", "due_at", "alert", "moved_at", "rework_count", "returned_count", "department_id",
    "reported_at", "written_at",
)


class IncidentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What `user` may see: tiers and grid workers what lies or lay in their areas, departments what is or was
        assigned to them, reporters their own as long as they serve. The one rule of list, detail, search, map,
        attachment and API."""
        posts = posts_for(user, "incident.view")
        if not posts:
            # Whoever walks patrols follows what they found; whoever has left reads nothing.
            return self.filter(reporter=user) if holds(user, "shift.walk") else self.none()
        areas = [post.area for post in posts if post.role != Role.DEPT_HANDLER]
        departments = [post.department_id for post in posts if post.role == Role.DEPT_HANDLER]
        assigned = Q(pk__in=Move.objects.filter(department__in=departments).order_by().values("incident"))
        if not areas:
            return self.filter(assigned)
        # What a change of boundaries took away stays in the figures of its old area, so it opens there.
        left = FormerPlace.objects.filter(area_q(areas)).values("incident")
        seen = area_q(areas) | Q(reporter=user) | Q(pk__in=left)
        return self.filter(seen | assigned if departments else seen)

    def listed_for(self, user):
        """All incidents of `user`'s list: of a single area everything in it, said so that its index serves; else
        whatever is visible."""
        area, _department = _only_place(user)
        return self.in_area(area) if area else self.visible_to(user)

    def open_for(self, user):
        """The open ones of that list; for a department those that it has now."""
        _area, department = _only_place(user)
        return (self.filter(department=department) if department else self.listed_for(user)).open()

    def waiting_for(self, user):
        """What `user` has to move on: the first tab, and the desk. Nothing waits for those who cannot see it."""
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

    def dormant(self, at: datetime):
        """Open incidents that nobody has moved for INCIDENT_DORMANT_DAYS before `at`. A clock that struck is no move;
        what is suspended sleeps on purpose, until its day."""
        long_ago = at - timedelta(days=settings.INCIDENT_DORMANT_DAYS)
        return self.open().filter(moved_at__lt=long_ago).exclude(state=State.SUSPENDED)

    def came_back(self):
        """What was done or dispatched once and is here again: to be reworked, or returned by a department."""
        return self.filter(Q(state=State.REWORK) | Q(state=State.ACCEPTED, returned_count__gt=0))

    def in_area(self, area):
        """Incidents of an area of any level, by the key that its queue is indexed under."""
        rows = self.filter(**{f"{area.level}_key": area.key})
        return rows.filter(community_key=area.parent.key) if area.level == Level.GRID else rows

    def lay_elsewhere(self, moment: str, *where: Q):
        """Incidents that lay in another community when what the field `moment` tells of happened, one row each: a
        moment belongs to one former place at most. `where` is said of that place."""
        return self.filter(Q(former_places__since=None) | Q(former_places__since__lte=F(moment)), *where,
                           former_places__until__gt=F(moment))

    def counted_in(self, area, moment: str):
        """Incidents that count in an area by what the field `moment` tells of: those that lay in it then."""
        every = self.model.objects.order_by()
        below, above = Q(former_places__area_key__lt=area.low), Q(former_places__area_key__gte=area.high)
        within = Q(former_places__area_key__gte=area.low, former_places__area_key__lt=area.high)
        # Both are short: changes inside the area are in neither.
        came = list(every.in_area(area).lay_elsewhere(moment, below | above).values_list("pk", flat=True))
        left = every.exclude(**{f"{area.level}_key": area.key}).lay_elsewhere(moment, within)
        left = list(left.values_list("pk", flat=True))
        rows = self.in_area(area)
        if left:
            rows = self.filter(Q(**{f"{area.level}_key": area.key}) | Q(pk__in=left))
        return rows.exclude(pk__in=came) if came else rows

    def numbered(self, text: str):
        """The incident with this number, written as SJ00000123 or 123; none for anything else."""
        found = NUMBER.fullmatch(text.strip())
        return self.filter(pk=int(found[1])) if found and int(found[1]) < 2**63 else self.filter(NOTHING)

    def for_queue(self):
        """With all that a row of a list or of the API says, and nothing else: outlines and papers are large.

        Names are fetched afterwards, for the fifty rows of the page: joined, they would be looked up for every
        row that is sorted.
        """
        return self.only(*ROW).prefetch_related(
            Prefetch("category", Category.objects.only("code", "name")),
            Prefetch("grid", Area.objects.only("code", "name")),
            Prefetch("department", Department.objects.only("code", "name")),
        )

    def for_detail(self):
        """With everybody and everything that one page names."""
        return self.select_related(
            "category__parent", "grid__parent__parent", "department", "case", *NAMED,
        ).defer("grid__outline", "grid__parent__outline", "grid__parent__parent__outline", *but_names(*NAMED))


def _only_place(user) -> tuple:
    """The area, and the department, of which alone `user` sees incidents; None where there is none or several."""
    posts = posts_for(user, "incident.view")
    areas = {post.area for post in posts if post.role != Role.DEPT_HANDLER}
    departments = {post.department for post in posts if post.role == Role.DEPT_HANDLER}
    if len(areas) + len(departments) != 1:
        return None, None
    return next(iter(areas), None), next(iter(departments), None)
