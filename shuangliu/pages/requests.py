"""A number for every request: on error pages, in the log and in the audit entry."""

import contextvars
import uuid

_current = contextvars.ContextVar("request", default=None)


def current_request():
    """The request being answered, or None in a job or a command."""
    return _current.get()


def is_copy(request) -> bool:
    """Does a phone fetch this page to open it later without a network? Then nothing that is shown once is spent."""
    return "X-Offline-Copy" in request.headers


def is_background(request) -> bool:
    """Sent by a page on its own, perhaps with nobody before it: it keeps no session awake."""
    return "X-Background" in request.headers


class RequestNumberMiddleware:
    """Gives the request a number and makes it known to whoever writes a log line."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.number = uuid.uuid4().hex[:12]
        token = _current.set(request)
        try:
            response = self.get_response(request)
        finally:
            _current.reset(token)
        response["X-Request-Number"] = request.number
        return response
