"""Reading what the analysis of the hotline keeps: all of it belongs to a county."""

from datetime import date

from django.db import models
from django.db.models import Q

from grids.jurisdiction import area_q, posts_for
from grids.roles import Role


class OfCounty(models.QuerySet):
    """`act` is the right to see it."""

    act = ""

    def visible_to(self, user):
        return self.filter(area_q([post.area for post in posts_for(user, self.act)], "area__key"))


class ReportQuerySet(OfCounty):
    act = "analysis.view"


class LiaisonQuerySet(OfCounty):
    act = "liaison.view"

    def on(self, day: date):
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)

    def for_list(self):
        return self.select_related("department")


class PlanQuerySet(OfCounty):
    act = "plan.view"

    def visible_to(self, user):
        """The county's for the hotline and its supervisors; departments have their own."""
        posts = posts_for(user, self.act)
        offices = [post.department_id for post in posts if post.role == Role.DEPT_HANDLER]
        whole = area_q([post.area for post in posts if post.role != Role.DEPT_HANDLER], "area__key")
        return self.filter(whole | Q(owner__in=offices))

    def in_force(self):
        return self.filter(is_active=True)

    def for_list(self):
        return self.select_related("owner")
