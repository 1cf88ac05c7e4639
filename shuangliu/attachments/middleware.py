"""A request that is far too large is refused by what it says of its length, before anything of it is kept."""

from django.conf import settings
from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from shuangliu.pages import receipts

CHUNK = 64 * 1024
# So much is read and thrown away, so that the browser has finished sending and shows the answer.
PATIENCE = 5


class RequestSizeMiddleware:
    """413 for a body over MAX_REQUEST_BYTES; a single file over its own limit is told at its field instead."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            length = 0
        if length <= settings.MAX_REQUEST_BYTES:
            return self.get_response(request)
        self._drain(request, length)
        if request.path.startswith("/api/"):
            return JsonResponse({"detail": _("What was sent is too large."), "code": "too_large"}, status=413)
        if receipts.wanted(request):
            return receipts.complaint(_("What was sent is too large."), 413)
        return render(request, "413.html", status=413)

    def _drain(self, request, length: int) -> None:
        left = min(length, PATIENCE * settings.MAX_REQUEST_BYTES)
        while left > 0 and (chunk := request.read(min(CHUNK, left))):
            left -= len(chunk)
