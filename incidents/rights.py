"""Who may do what to one incident, beyond having a role in its area (domain.md §5.1.2).

Roles and areas are asked first (grids.jurisdiction); here the matter narrows and widens. Whether its state
allows the act is another question, answered by states.py with a 409.
"""

from grids.jurisdiction import covers, posts_for
from grids.roles import TIER_OF, TOP, Role

from .demands.rights import may_ask
from .states import ASKED_IN, Act, State


def _acts(*acts: Act) -> frozenset[str]:
    return frozenset(f"incident.{act}" for act in acts)


# Acts of the desk that owns the incident. A desk above may step in; one below may not reach up.
OWNERS = _acts(Act.LOCATE, Act.CORRECT, Act.ACCEPT, Act.REJECT, Act.MERGE, Act.UNMERGE, Act.ASSIGN, Act.DECIDE,
               Act.ESCALATE, Act.HAND_DOWN, Act.MEDIATE, Act.RECALL, Act.RESUME, Act.CLOSE, Act.CANCEL, Act.REOPEN)
HANDLERS = _acts(Act.SIGN, Act.RETURN, Act.RESOLVE)
CHECKERS = _acts(Act.VERIFY, Act.REWORK)
ASKERS = _acts(*ASKED_IN)
# What reporters may do to their own, wherever it lies.
REPORTERS = _acts(Act.JUDGE, Act.CANCEL, Act.REOPEN)


def allows(incident, act: str, post) -> bool:
    """May the holder of `post`, whose role and area fit, do `act` to this incident?"""
    tier = TIER_OF.get(post.role, 0)
    if act in OWNERS:
        return tier >= max(incident.tier, 2) and _fits(incident, act, tier)
    if act in HANDLERS:
        return _may_handle(incident, act, post, tier)
    if act in ASKERS:
        return may_ask(incident, act, post)
    if act in CHECKERS:
        # A sample of what grid workers settle themselves is looked at by a desk.
        others = post.user_id not in (incident.handler_id, incident.resolved_by_id)
        return others and (incident.state != State.SELF_HANDLED or tier >= 2)
    if act == "incident.suspend":
        return not incident.case_id and (tier > incident.tier or tier == TOP)  # 挂账: one tier up
    if act == "incident.self-handle":
        return post.role == Role.GRID_WORKER and post.user_id == incident.reporter_id
    if act == "incident.judge":
        return _is_reporters(incident, act, post.user_id)
    return True


def grants(incident, act: str, user) -> bool:
    """Reporters see, judge, withdraw and reopen what they reported, even where it lies outside their area; desks see
    what a change of boundaries took out of theirs."""
    if user.pk is None:
        return False
    return _is_reporters(incident, act, user.pk) or (act == "incident.view" and any(
        covers(post, place.area_key) for place in incident.former
        for post in posts_for(user, act) if post.role != Role.DEPT_HANDLER))


def _is_reporters(incident, act: str, user_id: int) -> bool:
    if user_id != incident.reporter_id:
        return False
    if act == "incident.judge":
        return user_id not in (incident.handler_id, incident.resolved_by_id)
    if act == "incident.cancel":
        return incident.state == State.REPORTED  # what a desk has taken on is the desk's
    return act == "incident.view" or act in REPORTERS


def _fits(incident, act: str, tier: int) -> bool:
    """What the matter itself forbids its owner."""
    match act:
        case "incident.escalate":
            return tier < TOP
        case "incident.hand-down":
            return incident.tier > 2 and not (
                incident.was_handed_down or incident.is_contested or incident.is_decided)
        case "incident.assign":
            return not incident.is_contested
        case "incident.decide":
            return incident.is_contested
        case "incident.mediate":
            return incident.category.is_dispute
        case "incident.recall":
            return not incident.case_id
    return True


def _may_handle(incident, act: str, post, tier: int) -> bool:
    if incident.case_id:
        return False  # the mediators have it; their outcome moves it on
    if act == "incident.return" and incident.is_decided:
        return False  # a joint decision is final
    if incident.department_id:
        return post.role == Role.DEPT_HANDLER and post.department_id == incident.department_id
    # Whoever has signed may finish, though the clock has given it to the desk above.
    return post.role != Role.DEPT_HANDLER and (tier >= incident.tier or post.user_id == incident.handler_id)
