"""Reading articles and gaps. `Article.objects.visible_to(user).current(today)` chains."""

from datetime import date

from django.db import models
from django.db.models import Q

from grids.jurisdiction import area_q, posts_for, scope_q
from grids.keys import span, truncate
from grids.models import Level
from grids.roles import Role

OF_COUNTY = "owner__area__key"


class ArticleQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The one rule of list, page, search, export and API: the hotline and its supervisors see all of the county,
        a department what is published in the county, and its own whatever the state."""
        posts = posts_for(user, "article.view")
        whole = [post.area for post in posts if post.role != Role.DEPT_HANDLER]
        offices = [post for post in posts if post.role == Role.DEPT_HANDLER]
        seen = area_q(whole, OF_COUNTY)
        for key in {truncate(post.area.key, Level.COUNTY) for post in offices}:
            seen |= Q(state="published", owner__area__key__gte=key, owner__area__key__lt=key + span(Level.COUNTY))
        if offices:
            seen |= Q(owner__in={post.department_id for post in offices})
        return self.filter(seen)

    def current(self, today: date):
        """Published, and valid on this day."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=today), state="published", valid_from__lte=today)

    def public(self, today: date):
        """What the service guide of the public portal may show."""
        return self.current(today).filter(is_public=True)

    def waiting_for(self, user):
        """Those whose review is asked of `user`: of the own department, or any for a supervisor of the hotline."""
        return self.visible_to(user).filter(_asked(user, "article.confirm"), due_at__isnull=False)

    def for_queue(self):
        return self.select_related("owner", "category")


class GapQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The hotline sees all of its county; a department the questions that were passed to it."""
        return self.filter(_asked(user, "gap.view", "county__key"))

    def open(self):
        return self.filter(due_at__isnull=False)

    def waiting_for(self, user):
        """Those that `user` has to see to: of the own department; of no department, for a supervisor of the hotline."""
        mine = Q(owner__in=[post.department_id for post in posts_for(user, "gap.answer") if post.department_id])
        return self.open().filter(mine | Q(owner=None) & scope_q(user, "gap.pass-on", "county__key"))

    def for_queue(self):
        return self.select_related("owner", "asked_by", "article")


def _asked(user, act: str, field: str = OF_COUNTY) -> Q:
    """Whoever sits in a department may do `act` to what is that department's, others in the area of their post."""
    posts = posts_for(user, act)
    offices = [post.department_id for post in posts if post.role == Role.DEPT_HANDLER]
    rest = area_q([post.area for post in posts if post.role != Role.DEPT_HANDLER], field)
    return rest | Q(owner__in=offices) if offices else rest
