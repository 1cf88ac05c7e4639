"""Who may do what to one ticket, beyond having a role in its area."""

from grids.roles import Role

from .states import AT_DESK, Act

DECISIONS = frozenset(f"ticket.{act}" for act in (Act.ANSWER, Act.DISPATCH, Act.MEDIATE, Act.INVALIDATE, Act.JOIN))


def allows(ticket, act: str, post) -> bool:
    """May the holder of `post`, whose role and area fit, do `act`? What has come back too often is the supervisor's
    (domain.md §5.3: the third return)."""
    if ticket.is_with_lead and ticket.state in AT_DESK and act in DECISIONS:
        return post.role == Role.HOTLINE_LEAD
    return True
