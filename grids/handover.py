"""Open work that changes hands: when the grid it lies in ends, and when the person who has it leaves.

Grids know no business. Each app above that has open work registers it in its `ready`:

    handover.register("incidents", Incidents())

and pages here ask all of them alike.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

Point = tuple[float | None, float | None]  # longitude, latitude; both None where nobody knows
Chooser = Callable[[float | None, float | None], Any]  # from a point to the grid that has it now


@dataclass(frozen=True)
class Passed:
    """How many matters went to the successor, and how many could not."""

    passed: int = 0
    kept: int = 0


class Business(Protocol):
    """What an app says about its open work. Acts may be run twice and killed at any line."""

    label: Any

    def points(self, grid) -> Iterable[Point]:
        """The points of the open matters of a grid."""

    def hand_over(self, grid, choose: Chooser, *, since: date, note: str, by, at: datetime) -> int:
        """Move every open matter of an ended grid to where `choose` says; returns how many were moved.

        From the day `since` on they belong there: figures of days before stay where they are.
        """

    def held_by(self, post) -> int:
        """How many matters the holder of the post has signed for there and still handles."""

    def pass_on(self, post, successor, *, note: str, by, at: datetime) -> Passed:
        """Give all of these to the successor, but for those of which the successor may not be the handler."""


businesses: dict[str, Business] = {}


class AlreadyTaken(ValueError):
    """Two businesses of one name."""


def register(name: str, business: Business) -> None:
    """Raises AlreadyTaken."""
    if name in businesses:
        raise AlreadyTaken(name)
    businesses[name] = business
