"""May this be used? Asked by whoever reveals, exports or counts persons; answered by packages that it cannot know.

    guards.refuse(ticket, ticket.caller)      # raises Refused, a 403 that says why
"""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db import models

_checks: list[Callable[[models.Model], str]] = []


class Refused(PermissionDenied):
    """The matter must not be used; the text says why."""


def check_by(check: Callable[[models.Model], str]) -> None:
    """Ask this function too: it gives the reason why a matter must not be used, "" for none."""
    if check not in _checks:
        _checks.append(check)


def refusal(*matters: models.Model | None) -> str:
    """The first reason why one of these must not be used, "" for none."""
    return next((why for matter in matters if matter is not None for check in _checks if (why := check(matter))), "")


def refuse(*matters: models.Model | None) -> None:
    """Raises Refused when one of these must not be used."""
    if why := refusal(*matters):
        raise Refused(why)
