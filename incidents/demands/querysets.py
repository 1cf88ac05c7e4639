"""Reading demands. `Demand.objects.visible_to(user).alive().for_queue()` chains."""

from django.db import models
from django.db.models import Q

from grids.jurisdiction import NOTHING, area_q, posts_for
from grids.roles import TIER_OF, TOP, Role
from shuangliu.accounts.managers import but_names
from shuangliu.deadlines.models import Step

from .states import ALIVE, DECIDED_ABOVE, WITH_THE_ASKED, Kind, State


class DemandQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Whoever sees the incident sees what is asked about it."""
        from ..models import Incident  # which has demands

        return self.filter(incident__in=Incident.objects.visible_to(user))

    def alive(self):
        """What somebody still waits for."""
        return self.filter(state__in=ALIVE, due_at__isnull=False)

    def late(self):
        """Of these, what was not answered in time."""
        return self.alive().filter(alert__in=[Step.OVERDUE, Step.RAISED])

    def waiting_for(self, user):
        """What `user` has to answer, decide, pass on, look at or rate."""
        return self.alive().filter(waiting_q(user))

    def for_queue(self):
        """With all that a row says."""
        return self.select_related("incident__category", "department", "asked_department").only(
            "kind", "sort", "state", "due_at", "alert", "text", "asked_at", "asked_tier", "tier", "is_urgent",
            "area_key", "incident__description", "incident__category__name", "department__name",
            "asked_department__name")

    def for_detail(self):
        """With everybody that the page of its incident names."""
        people = ("asked_by", "taken_by", "answered_by", "ended_by")
        return self.select_related("asked_department", "department", *people).defer(*but_names(*people))


def waiting_q(user) -> Q:
    waits = Q()
    for post in posts_for(user, "demand.view"):
        if post.role == Role.DEPT_HANDLER:
            waits |= Q(department=post.department_id, state__in=WITH_THE_ASKED)
        elif post.role == Role.COUNTY_SUPERVISOR:
            waits |= area_q([post.area]) & _supervisor_q(user)
        elif TIER_OF.get(post.role, 0) > 1:
            waits |= area_q([post.area]) & _desk_q(TIER_OF[post.role], user)
    return waits or NOTHING


def _desk_q(tier: int, user) -> Q:
    deciding = Q(state=State.PASSING) | Q(kind__in=DECIDED_ABOVE, state=State.ASKED)
    waits = Q(tier=tier) & deciding & ~Q(asked_by=user)
    waits |= Q(tier=tier, kind=Kind.SUPERVISION, state__in=WITH_THE_ASKED)
    waits |= Q(asked_tier=tier, state=State.ANSWERED) & _not_own_order(user)
    if tier == TOP:
        # 吹哨 that no department answered in time is told to the county (domain.md §5.1.2).
        waits |= Q(kind=Kind.WHISTLE, state__in=WITH_THE_ASKED, alert=Step.RAISED)
    return waits


def _supervisor_q(user) -> Q:
    asked = Q(tier=TOP, asked_tier=TOP, kind__in=DECIDED_ABOVE, state=State.ASKED) & ~Q(asked_by=user)
    return asked | Q(asked_tier=TOP, kind=Kind.SUPERVISION, state=State.ANSWERED) & _not_own_order(user)


def _not_own_order(user) -> Q:
    """Nobody says of their own answer that it will do."""
    return ~Q(kind=Kind.SUPERVISION, answered_by=user)
