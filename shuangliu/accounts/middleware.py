"""Two duties of every signed-in request: not idle for too long, and no first password kept."""

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from shuangliu.pages import unsent
from shuangliu.pages.requests import is_background

SEEN = "seen_at"
REFRESH = timedelta(minutes=1)  # the session row is written at most once a minute for this


class IdleTimeoutMiddleware:
    """Sign out a session that has been silent for SESSION_IDLE_MINUTES (GB/T 22239 8.1.4.1).

    A long form that was being filled in loses nothing: AccessMiddleware keeps what was sent.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # A token has no session and does not idle.
        if SEEN in request.session or request.user.is_authenticated:
            now = timezone.now()
            seen = parse_datetime(request.session.get(SEEN, "")) or now
            if now - seen > timedelta(minutes=settings.SESSION_IDLE_MINUTES):
                logout(request)
                messages.info(request, _("You were signed out after a long pause. Please sign in again."))
            elif SEEN not in request.session or (now - seen > REFRESH and not is_background(request)):
                request.session[SEEN] = now.isoformat()
        response = self.get_response(request)
        unsent.remember_owner(request, response)
        return response


class PasswordChangeMiddleware:
    """Whoever still has a password that somebody else chose changes it before anything else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        user = request.user
        if not user.is_authenticated or not user.must_change_password:
            return None
        if request.resolver_match.view_name in {"accounts:password-change", "accounts:logout", "set_language"}:
            return None
        return redirect("accounts:password-change")
