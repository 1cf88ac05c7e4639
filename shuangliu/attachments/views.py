"""The guarded download. The web server never serves the folder of files itself."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from shuangliu.pages.access import SIGNED_IN, allows

from .guards import may_see
from .models import Attachment

# No script, no frame, nothing loaded, whatever a file turns out to be.
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@allows(SIGNED_IN)
@require_safe
def attachment(request, pk):
    """The file itself: photos open in the browser, everything else is downloaded. 404 for who may not see it."""
    found = _get_or_404(request.user, pk)
    return answer_with(request, found, found.file, found.content_type, as_download=not found.is_picture)


@allows(SIGNED_IN)
@require_safe
def attachment_thumbnail(request, pk):
    found = _get_or_404(request.user, pk)
    return answer_with(request, found, found.thumbnail, "image/jpeg", as_download=False)


def _get_or_404(user, pk) -> Attachment:
    found = get_object_or_404(Attachment, pk=pk)
    if not may_see(user, found):
        raise Http404
    return found


def answer_with(request, found, field, content_type: str, *, as_download: bool):
    etag = f'"{found.sha256}"'
    response = get_conditional_response(request, etag=etag) or _file(found, field, content_type, as_download)
    response["ETag"] = etag
    # Asked again each time: who loses the right, or signs out on a shared computer, sees it no longer.
    response["Cache-Control"] = "private, no-cache"
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _file(found, field, content_type: str, as_download: bool):
    if not field:
        raise Http404
    try:
        file = field.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(file, as_attachment=as_download, filename=found.name, content_type=content_type)
