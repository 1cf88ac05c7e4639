"""Clocks on any matter: `deadlines.start(matter, "accept", limit=Limit(4, Unit.WORK_HOURS), at=now())`.

What can befall a clock is listed in actions.py; what it says when a limit passes, in signals.py.
"""

from importlib import import_module

from .limits import Limit, Unit

ACTIONS = ("start", "begin", "stop", "cancel", "pause", "resume", "extend", "running", "next_due")

__all__ = ["ACTIONS", "Limit", "Unit"]


def __getattr__(name):
    # The actions need models, and models cannot be imported while Django is still loading this package.
    if name in ACTIONS:
        return getattr(import_module(".actions", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
