"""Somebody was faster, or the matter is in another state: the 409 page."""

from django.shortcuts import render

from . import receipts


class Conflict(Exception):
    """An act that the state of the matter does not allow. The text says why, in the user's language.

    `matter`, when given, is linked from the page so that the user sees what happened meanwhile.
    """

    def __init__(self, message, matter=None):
        super().__init__(message)
        self.message = message
        self.matter = matter

    def __str__(self):
        return str(self.message)


class ConflictMiddleware:
    """Turns a Conflict that a view let through into the 409 page, with what was typed on it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, Conflict):
            return None
        if receipts.wanted(request):
            return receipts.complaint(exception, 409)
        typed = [(name, value) for name, values in request.POST.lists() for value in values
                 if name not in {"csrfmiddlewaretoken", "uuid"} and value.strip()]
        return render(request, "409.html", {"conflict": exception, "typed": typed}, status=409)
