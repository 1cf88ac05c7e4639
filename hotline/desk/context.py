"""What every page of an agent on shift knows: that calls ring here."""

from grids.jurisdiction import holds

from .models import AgentShift


def seat(request) -> dict:
    """`rings_here` is asked for by whole pages alone, and costs a query with agents alone."""
    return {"rings_here": lambda: _is_on(request.user)}


def _is_on(user) -> bool:
    if not (user.is_authenticated and holds(user, "call.take")):
        return False
    shift = AgentShift.objects.of(user)
    return shift is not None and shift.paused_at is None
