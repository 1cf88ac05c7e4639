"""The questions that pages ask of cases; they chain."""

from datetime import datetime

from django.apps import apps
from django.db import models
from django.db.models import Q

from grids.jurisdiction import NOTHING, posts_for
from grids.models import Area, Post
from grids.roles import MEDIATORS, Role
from shuangliu.deadlines.models import Step
from shuangliu.retention.restrictions import Restrictable

from ..states import State
from .mediators import Mediator


def in_areas(areas) -> Q:
    """Cases in any of the areas, by the generated key of each area's level, which is what the indexes know."""
    found = Q()
    for level, key in {(area.level, area.key) for area in areas}:
        found |= Q(**{f"{level}_key": key})
    return found or NOTHING


def held_in(area: Area) -> Q:
    """Cases that the centres of the area have: its own that no other has, and those of elsewhere that came to them."""
    return in_areas([area]) & Q(host_key=None) | Q(host_key__gte=area.low, host_key__lt=area.high)


def offered_in(area: Area) -> Q:
    """Cases offered to the centres of the area."""
    return Q(offered_key__gte=area.low, offered_key__lt=area.high)


class CaseQuerySet(Restrictable, models.QuerySet):
    def visible_to(self, user):
        """Desks see the cases of their areas, those that other areas gave them and those offered to them; mediators
        those assigned to them, and those that went on from them to others. What of a case they may read is another
        question: see Case.allows and the right `case.read`. What is restricted is stored only (PIPL art. 47)."""
        posts = posts_for(user, "case.view")
        desks = [post.area for post in posts if post.role not in MEDIATORS]
        seen = in_areas(desks)
        for area in desks:
            seen |= Q(host_key__gte=area.low, host_key__lt=area.high) | offered_in(area)
        if any(post.role in MEDIATORS for post in posts):
            seen |= _of_mediator(user)
        return self.filter(seen).unrestricted()

    def listed_for(self, user):
        """The cases of the user's list, each part along its index: desks those of their areas, mediators their own.
        Guests are in a list of their own (`guests_of`)."""
        posts = posts_for(user, "case.view")
        listed = in_areas(post.area for post in posts if post.role not in MEDIATORS)
        if any(post.role in MEDIATORS for post in posts):
            listed |= _of_mediator(user)
        return self.filter(listed).unrestricted()

    def guests_of(self, user):
        """Cases of other areas that came to the user's centres or are offered to them."""
        found = NOTHING
        for post in posts_for(user, "case.read"):
            if post.role not in MEDIATORS:
                area = post.area
                found |= (Q(host_key__gte=area.low, host_key__lt=area.high) | offered_in(area)) & ~in_areas([area])
        return self.filter(found).unrestricted()

    def waiting_for(self, user):
        """What this user has to do next: clerks decide on what came in and on what is offered to them, write down what
        bodies outside answer, and write for mediators without an account; managers assign, take what a clerk left
        overdue, and see to the expert panel; mediators mediate."""
        waiting = NOTHING
        for post in posts_for(user, "case.view"):
            held, offered = held_in(post.area), offered_in(post.area)
            late = Q(alert__in=[Step.OVERDUE, Step.RAISED])
            if post.role == Role.MED_CLERK:
                waiting |= held & (Q(state=State.REGISTERED) | Q(state=State.TRANSFERRED, offered_key=None)
                                   | Q(state__in=[State.ASSIGNED, State.MEDIATING], mediator__user=None))
                waiting |= offered
            elif post.role == Role.CENTER_MANAGER:
                waiting |= held & (Q(state__in=[State.ACCEPTED, State.PANEL])
                                   | Q(state__in=[State.REGISTERED, State.TRANSFERRED]) & late
                                   | Q(state__in=[State.ASSIGNED, State.MEDIATING], alert=Step.RAISED))
                waiting |= offered & late
            elif post.role in MEDIATORS:
                waiting |= with_mediator(user) & Q(state__in=[State.ASSIGNED, State.MEDIATING])
        return self.open().filter(waiting).unrestricted()

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
        return self.for_queue().select_related("center", "registered_by", "result_report")


def _of_mediator(user) -> Q:
    found = with_mediator(user)
    if gone := gone_from(user):
        found |= Q(pk__in=gone)
    return found


def gone_from(user) -> list[int]:
    """The cases that went on to others from rounds of this mediator: moved up, or to another body."""
    from .cases import GONE_ON
    from .rounds import Round  # it needs cases, whose manager this is

    mine = mediators_of(user)
    if not mine:
        return []
    return list(Round.objects.filter(mediator__in=mine, end__in=GONE_ON).order_by().values_list("case_id", flat=True))


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
