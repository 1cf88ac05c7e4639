"""Turns a Throttled that a page let through into the 429 page, with what was typed on it; REST framework's views answer
by themselves."""

from django.http import JsonResponse
from django.shortcuts import render

from .throttling import Throttled


class GuardMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        return answer(request, exception) if isinstance(exception, Throttled) else None


def answer(request, refused: Throttled):
    """429 in the form that was asked for."""
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        response = JsonResponse({"detail": str(refused), "code": "throttled"}, status=429)
    else:
        typed = [(name, value) for name, values in request.POST.lists() for value in values
                 if name in TYPED and value.strip()]
        response = render(request, "guard/429.html", {"refused": refused, "typed": typed}, status=429)
    response["Retry-After"] = str(refused.wait)
    return response


TYPED = {"content", "place", "comment", "reason", "text"}  # of what was sent, what somebody thought about
