"""Files on any matter: `attachments.stage(draft, file, role, by)` when a form is sent, `attachments.claim(draft,
matter, by=user)` when what the form asks for is done, `attachments.of(matter)` to show them.

Who may see the files of a matter is said by its app, once: `attachments.guard("incidents.incident", visible=…)`.
"""

from importlib import import_module

from .guards import guard

ACTIONS = ("stage", "staged", "claim", "hand_on", "keep", "of", "of_all", "first_pictures", "remove")

__all__ = ["ACTIONS", "guard"]


def __getattr__(name):
    # The actions need models, and models cannot be imported while Django is still loading this package.
    if name in ACTIONS:
        return getattr(import_module(".actions", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
