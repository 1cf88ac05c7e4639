"""What people are told: `notices.tell(users, "incident.closed", matter=…, text=…, url=…, at=…)` writes it in the
running transaction, for the page and, where somebody has a channel, for the outbox.

What can be told is named once, in the app's `ready()`: `notices.kind("incident.closed", _("Your report is settled"))`.
"""

from importlib import import_module

from .kinds import kind

TELLING = ("Audience", "about", "tell", "tell_each")

__all__ = ["TELLING", "kind"]


def __getattr__(name):
    # Telling needs models, and models cannot be imported while Django is still loading this package.
    if name in TELLING:
        return getattr(import_module(".telling", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
