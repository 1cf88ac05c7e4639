"""The door: every view has said who may use it (pages.access.allows), and here it is enforced.

A view without a stated rule is refused, whoever asks: forgetting is safe.
"""

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from rest_framework.permissions import BasePermission

from shuangliu.pages import receipts, unsent
from shuangliu.pages.access import ANYONE, BY_TOKEN, SIGNED_IN

from .jurisdiction import holds

# Third-party views that state their own rule.
OWN_RULES = {"admin": "the admin site", "djdt": "the debug toolbar"}


class Unstated(PermissionDenied):
    """Nobody wrote down who may use this view."""


def rule_of(view, method: str = "GET") -> str | None:
    """The stated rule of a view function or DRF view class, None where there is none."""
    stated = getattr(view, "allows", None)
    if stated is None and (cls := getattr(view, "cls", None)):
        stated = getattr(cls, "allows", None)
    if isinstance(stated, dict):
        actions = getattr(view, "actions", None) or {}
        stated = stated.get(actions.get(method.lower()))
    return stated


class AccessMiddleware:
    """Pages: a stranger is sent to the sign-in (and what they sent is kept; a phone that asks for a receipt keeps it
    itself and gets 401), a signed-in user without the right gets 403. API views answer through the permission class
    below, with 401 and 403 as JSON."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.resolver_match.app_name in OWN_RULES or hasattr(view, "cls"):
            return None
        rule = rule_of(view)
        if rule is None:
            raise Unstated(f"{view.__module__}.{view.__qualname__} states no rule")
        if rule in {ANYONE, BY_TOKEN}:
            return None
        if not request.user.is_authenticated:
            if receipts.wanted(request):
                return receipts.complaint(_("Please sign in."), 401)
            unsent.keep(request)
            return redirect_to_login(request.get_full_path() if request.method == "GET" else request.path)
        if rule != SIGNED_IN and not holds(request.user, rule):
            raise PermissionDenied
        return None


class Allowed(BasePermission):
    """The same rule for API views: `allows` is an act, or a dict of viewset action -> act."""

    def has_permission(self, request, view):
        rule = getattr(view, "allows", None)
        if isinstance(rule, dict):
            rule = rule.get(getattr(view, "action", None) or request.method.lower())
        if rule is None:
            # OPTIONS and methods the view does not have: DRF answers 405 or the schema, nothing more.
            return request.method == "OPTIONS" or not hasattr(view, request.method.lower())
        if rule == ANYONE:
            return True
        if not request.user.is_authenticated:
            return False
        return rule == SIGNED_IN or holds(request.user, rule)
