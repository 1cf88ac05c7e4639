"""Every view says who may use it; grids.access enforces it, tests/house walks all of them."""

from collections.abc import Callable

from django.utils.crypto import constant_time_compare

ANYONE = "anyone"
SIGNED_IN = "signed-in"
# A program with a secret of its own, which the view compares: `carries(request, secret)`.
BY_TOKEN = "by-token"  # noqa: S105 (a rule, no secret)


def allows(rule: str) -> Callable:
    """Mark a view with who may use it: ANYONE, SIGNED_IN, BY_TOKEN or an act of grids.roles.RIGHTS.

    The act opens the door of the page; whether it may be done to one certain matter is asked again with
    jurisdiction.get_or_404.
    """

    def mark(view):
        view.allows = rule
        return view

    return mark


def carries(request, secret: str) -> bool:
    """Whether the request shows the secret, as `Authorization: Bearer <secret>`; never when there is none to show."""
    kind, _, given = request.headers.get("Authorization", "").partition(" ")
    return bool(secret) and kind == "Bearer" and constant_time_compare(given, secret)
