"""Who may do what to one incident, beyond having a role in its area (domain.md §5.1.2).

Roles and areas are asked first (grids.jurisdiction); here the matter narrows and widens. Whether its state
allows the act is another question, answered by states.py with a 409.
"""

from grids.jurisdiction import covers, posts_for
from grids.roles import TIER_OF, Role

from .states import Act

# Acts of the desk that owns the incident. A desk above may step in; one below may not reach up.
OWNERS = {f"incident.{act}" for act in (Act.LOCATE, Act.ACCEPT, Act.REJECT, Act.ASSIGN, Act.ESCALATE,
                                        Act.MEDIATE, Act.CLOSE)}
HANDLERS = {f"incident.{act}" for act in (Act.SIGN, Act.RETURN, Act.RESOLVE)}
CHECKERS = {f"incident.{act}" for act in (Act.VERIFY, Act.REWORK)}
REPORTERS = {f"incident.{act}" for act in (Act.JUDGE,)}
TOP = 4


def allows(incident, act: str, post) -> bool:
    """May the holder of `post`, whose role and area fit, do `act` to this incident?"""
    tier = TIER_OF.get(post.role, 0)
    if act in OWNERS:
        return (
            tier >= incident.tier
            and not (act == "incident.escalate" and tier == TOP)
            and not (act == "incident.mediate" and not incident.category.is_dispute)
        )
    if act in HANDLERS:
        if incident.case_id:
            return False  # the mediators have it; their outcome moves it on
        if incident.department_id:
            return post.role == Role.DEPT_HANDLER and post.department_id == incident.department_id
        # Whoever has signed may finish, though the clock has given it to the desk above.
        return post.role != Role.DEPT_HANDLER and (tier >= incident.tier or post.user_id == incident.handler_id)
    if act in CHECKERS:
        return post.user_id not in (incident.handler_id, incident.resolved_by_id)
    if act in REPORTERS:
        return post.user_id == incident.reporter_id
    return True


def grants(incident, act: str, user) -> bool:
    """Reporters see and judge what they reported, even where it lies outside their area; desks see what a change of
    boundaries took out of theirs."""
    if user.pk is None or act not in {"incident.view", *REPORTERS}:
        return False
    return user.pk == incident.reporter_id or (act == "incident.view" and any(
        covers(post, place.area_key) for place in incident.former
        for post in posts_for(user, act) if post.role != Role.DEPT_HANDLER))
