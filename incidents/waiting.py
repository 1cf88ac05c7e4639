"""What waits for whom. Every state that waits has an owner; here is how each finds it."""

from django.apps import apps
from django.db.models import F, Q

from grids.jurisdiction import NOTHING, posts_for
from grids.roles import TIER_OF, Role
from shuangliu.deadlines.models import Step

from .states import BEING_HANDLED, TO_BE_CHECKED, State

AT_THE_DESK = [State.REPORTED, State.ACCEPTED, State.SUSPENDED, State.VERIFIED]
AT_WORK = [State.IN_PROGRESS, State.REWORK]
LATE = [Step.OVERDUE, Step.RAISED]
OWN_WORK = Q(state__in=sorted(BEING_HANDLED), department=None, case=None)  # a desk handles it itself
# What a grid worker settled and has to put right is the worker's, until its limit has passed.
NOT_THE_WORKERS = Q(self_handled_at=None) | Q(alert__in=LATE)
NOT_DONE = Q(state__in=sorted(BEING_HANDLED), department__isnull=False, alert__in=LATE)
TO_BE_JUDGED = Q(state=State.CLOSED, due_at__isnull=False)
LEVEL = {3: "town", 4: "county"}


def waiting_q(user) -> Q:
    """Filter for the incidents that `user` has to move next; matches nothing when there are none."""
    waits = Q()
    for post in posts_for(user, "incident.view"):
        if post.role == Role.DEPT_HANDLER:
            waits |= Q(department=post.department_id, state__in=sorted(BEING_HANDLED))
        elif post.role == Role.GRID_WORKER:
            # Checks in the own grid; and what one has reported oneself, wherever, asks to be judged.
            waits |= _in(post.area) & Q(state=State.RESOLVED) & _others_work(user)
            waits |= Q(reporter=user, state=State.CLOSED) & _others_work(user)
            waits |= Q(handler=user, state__in=AT_WORK, department=None, case=None)
        elif post.role != Role.COUNTY_SUPERVISOR:
            waits |= _in(post.area) & _desk_q(post, user)
    return Q(due_at__isnull=False) & waits if waits else NOTHING


def for_a_desk_q(tier: int) -> Q:
    """Of all that runs in a town (3) or the county (4), what may wait for its desk, whoever sits there. This is the
    condition of an index, and the query says it in the same words: most of what is open waits for a station."""
    late = Q(alert__in=LATE)
    waits = Q(tier=tier) & (Q(state__in=AT_THE_DESK) | NOT_DONE) | Q(tier__gte=tier) & OWN_WORK
    below = Q(tier__gte=tier - 1) & (late | Q(department=None, case=None))
    waits |= Q(state__in=sorted(TO_BE_CHECKED)) & (below | Q(area_key=F(f"{LEVEL[tier]}_key")))
    return waits | Q(is_urgent=True, state=State.REPORTED) & late if tier == 4 else waits


def _desk_q(post, user) -> Q:
    """What a desk of tier 2, 3 or 4 has to do in its area, and what whoever sits there may judge."""
    tier, waits = TIER_OF[post.role], _waits_at(post, user)
    judge = TO_BE_JUDGED & Q(reporter=user) & _others_work(user)
    if LEVEL.get(tier) != post.area.level:
        return waits | judge
    waits &= for_a_desk_q(tier)
    # Asked beforehand: said with "or" in every query it would take the index away from all of them.
    is_asked = apps.get_model("incidents", "Incident").objects.filter(TO_BE_JUDGED, reporter=user).exists()
    return waits | judge if is_asked else waits


def _waits_at(post, user) -> Q:
    tier = TIER_OF[post.role]
    mine = Q(tier=tier) & (Q(state__in=AT_THE_DESK) | OWN_WORK & NOT_THE_WORKERS)
    # What a department does not do in time is back on the desk that sent it there.
    mine |= Q(tier=tier) & NOT_DONE
    # Who has signed goes on with it, though the clock has given it to the desk above.
    mine |= Q(handler=user, state__in=AT_WORK, department=None, case=None)
    # The station checks whatever was handled in its community; a desk above where no station is, where the desk
    # below did not check in time, and where those below handled it themselves and no grid worker is left to look.
    check = (Q(state=State.RESOLVED) | Q(state=State.SELF_HANDLED, is_sampled=True)) & _others_work(user)
    if tier > 2:
        own = Q(department=None, case=None) & (Q(grid=None) | ~Q(handler=F("resolved_by")))
        check &= Q(area_key=post.area.key) | Q(tier__gte=tier - 1) & (Q(alert__in=LATE) | own)
    if tier == 4:
        # An urgent report nobody took in time is everybody's above (§5.1.2).
        mine |= Q(is_urgent=True, state=State.REPORTED, alert__in=LATE)
    return mine | check


def _in(area) -> Q:
    return Q(**{f"{area.level}_key": area.key})


def _others_work(user) -> Q:
    """Nobody checks their own work."""
    return ~Q(handler=user) & ~Q(resolved_by=user)
