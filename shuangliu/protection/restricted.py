"""Matters of people whose data may be kept but not used (PIPL art. 47): who keeps them tells us which those are."""

from collections.abc import Callable

from django.db.models import Model
from django.utils.translation import gettext as _

from shuangliu.pages.conflict import Conflict

_CHECKS: list[Callable[[Model], bool]] = []


class Restricted(Conflict):
    """The data of this matter are kept because a law wants it, and used no more."""


def ask(check: Callable[[Model], bool]) -> None:
    """`check(matter)` is true where the matter holds data of somebody who is restricted."""
    if check not in _CHECKS:
        _CHECKS.append(check)


def is_restricted(matter: Model) -> bool:
    return any(check(matter) for check in _CHECKS)


def refuse(matter: Model) -> None:
    """Raises Restricted."""
    if is_restricted(matter):
        raise Restricted(_("The data of this matter are restricted: a law wants them kept, and nobody may use them."),
                         matter=matter)
