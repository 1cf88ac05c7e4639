"""The questions that pages ask of cases; they chain."""

from datetime import datetime

from django.apps import apps
from django.db import models
from django.db.models import Q

from grids.jurisdiction import NOTHING, posts_for
from grids.models import Area, Post
from grids.roles import MEDIATORS, Role
from shuangliu.deadlines.models import Step

from ..states import State
from .mediators import Mediator


def in_areas(areas) -> Q:
    """Cases in any of the areas, by the generated key of each area's level, which is what the indexes know."""
    found = Q()
    for level, key in {(area.level, area.key) for area in areas}:
        found |= Q(**{f"{level}_key": key})
    return found or NOTHING


class CaseQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Desks see the cases of their areas, mediators those assigned to them. What of a case they may read
        is another question: see Case.allows and the right `case.read`."""
        posts = posts_for(user, "case.view")
        seen = in_areas(post.area for post in posts if post.role not in MEDIATORS)
        if any(post.role in MEDIATORS for post in posts):
            seen |= with_mediator(user)
        return self.filter(seen)

    def waiting_for(self, user):
        """What this user has to do next: clerks decide on what came in (and write for mediators without an
        account), managers assign and take what a clerk left overdue, mediators mediate."""
        waiting = NOTHING
        for post in posts_for(user, "case.view"):
            here = in_areas([post.area])
            if post.role == Role.MED_CLERK:
                waiting |= here & (Q(state=State.REGISTERED)
                                   | Q(state__in=[State.ASSIGNED, State.MEDIATING], mediator__user=None))
            elif post.role == Role.CENTER_MANAGER:
                left = Q(state=State.REGISTERED, alert__in=[Step.OVERDUE, Step.RAISED])
                waiting |= here & (Q(state=State.ACCEPTED) | left)
            elif post.role in MEDIATORS:
                waiting |= with_mediator(user)
        return self.open().filter(waiting)

    def open(self):
        """A clock runs: exactly the cases that have a due time."""
        return self.filter(due_at__isnull=False)

    def due_before(self, at: datetime):
        return self.open().filter(due_at__lt=at)

    def in_area(self, area: Area):
        return self.filter(in_areas([area]))

    def of_category(self, code: str):
        """The category with this code and those below it."""
        return self.filter(category__code__startswith=code)

    def for_queue(self):
        """What a row of a list prints."""
        return self.select_related("category__parent", "org", "mediator", "area__parent__parent")

    def for_detail(self):
        return self.for_queue().select_related("center", "registered_by")


def with_mediator(user) -> Q:
    """The cases that the user leads or helps with. By lists of ids: an index finds each, a join would read them all."""
    return Q(mediator__in=mediators_of(user)) | Q(pk__in=_helped(user))


def helped_by(post: Post) -> list[int]:
    """The cases that the holder of a post helps with; read once per post."""
    return _helped(post, post.user_id)


def _helped(reader, user=None) -> list[int]:
    found = getattr(reader, "_helped_cases", None)
    if found is None:
        members = apps.get_model("mediation.CaseMediator").objects
        found = list(members.filter(mediator__user=user or reader, until=None, is_lead=False)
                     .values_list("case_id", flat=True))
        reader._helped_cases = found
    return found


def mediators_of(user) -> list[int]:
    """The ids by which the user is known as a mediator (one or none); read once per user object."""
    found = getattr(user, "_mediator_ids", None)
    if found is None:
        found = list(Mediator.objects.filter(user=user).values_list("pk", flat=True))
        user._mediator_ids = found
    return found
