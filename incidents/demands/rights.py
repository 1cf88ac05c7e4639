"""Who may ask what, and who may answer, beyond having a role in the area. Knows no tables."""

from grids.roles import TIER_OF, TIERS, TOP, Role

from ..states import BEING_HANDLED, Act
from .states import STEPS, Kind, Side


def has_it(incident) -> tuple[int | None, int | None]:
    """The department (its id), or the tier, that has to move the incident; neither while mediators have it."""
    if incident.state in BEING_HANDLED and incident.case_id:
        return None, None
    if incident.state in BEING_HANDLED and incident.department_id:
        return incident.department_id, None
    return None, incident.tier


def may_ask(incident, act: str, post) -> bool:
    """May the holder of `post` ask this about the incident?"""
    tier = TIER_OF.get(post.role, 0)
    department, desk = has_it(incident)
    match act.removeprefix("incident."):
        case Act.ASK_EXTENSION | Act.ASK_SUSPENSION:
            if incident.department_id:
                return post.role == Role.DEPT_HANDLER and post.department_id == department
            return desk is not None and post.role in TIERS and post.user_id == incident.handler_id
        case Act.SUPERVISE:
            if department:
                return tier >= incident.tier
            return desk is not None and (tier > desk or post.role == Role.COUNTY_SUPERVISOR)
        case Act.WHISTLE:
            return tier >= max(incident.tier, 2) and not incident.case_id
        case Act.GIVE_TASK:
            if post.role == Role.DEPT_HANDLER:
                return incident.handler_id is not None and post.department_id == department  # it has signed
            # A workstation has no offices to give tasks to (domain.md §5.1.2).
            return tier >= max(incident.tier, 3) and not incident.case_id
    return False


def allows(demand, act: str, post) -> bool:
    """May the holder of `post`, whose role and area fit, do `act` to this demand?"""
    step = STEPS.get((demand.kind, act.removeprefix("demand.")))
    if step is None:
        return act == "demand.view"
    if step.side == Side.ASKER:
        return _asked(demand, act, post)
    if step.side == Side.BETWEEN or demand.kind in (Kind.EXTENSION, Kind.SUSPENSION):
        return post.user_id != demand.asked_by_id and _decides(demand, post)
    if demand.department_id:
        return post.role == Role.DEPT_HANDLER and post.department_id == demand.department_id
    return post.role in TIERS and TIER_OF[post.role] == demand.tier


def _decides(demand, post) -> bool:
    """The desk one tier up, or one above it. What the county's dispatcher asks, the supervisor may decide: nobody
    decides what they have asked for themselves."""
    if post.role == Role.COUNTY_SUPERVISOR:
        return demand.asked_tier == TOP
    return post.role in TIERS and TIER_OF[post.role] >= demand.tier


def _asked(demand, act: str, post) -> bool:
    if act == "demand.conclude" and post.user_id == demand.answered_by_id:
        return False  # nobody says of their own answer that it will do
    if demand.asked_department_id:
        return post.role == Role.DEPT_HANDLER and post.department_id == demand.asked_department_id
    if post.role == Role.COUNTY_SUPERVISOR:
        return demand.kind == Kind.SUPERVISION
    return post.role in TIERS and TIER_OF[post.role] >= demand.asked_tier


def grants(demand, act: str, user) -> bool:
    """Reporters see what is asked about what they reported."""
    return act == "demand.view" and user.pk is not None and user.pk == demand.incident.reporter_id
