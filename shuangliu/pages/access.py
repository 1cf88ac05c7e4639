"""Every view says who may use it; grids.access enforces it, tests/house walks all of them."""

from collections.abc import Callable

ANYONE = "anyone"
SIGNED_IN = "signed-in"


def allows(rule: str) -> Callable:
    """Mark a view with who may use it: ANYONE, SIGNED_IN or an act of grids.roles.RIGHTS.

    The act opens the door of the page; whether it may be done to one certain matter is asked again with
    jurisdiction.get_or_404.
    """

    def mark(view):
        view.allows = rule
        return view

    return mark
