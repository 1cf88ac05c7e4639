"""The browser keeps what is typed in a form with `data-draft="key"` until the server says it is stored."""

from django.http import HttpResponse

COOKIE = "draft_stored"


def stored(response: HttpResponse, key: str) -> HttpResponse:
    """Tell the browser (static/js/behaviours/draft.js) that what was sent under `key` is stored: forget the draft."""
    response.set_cookie(COOKIE, key, max_age=3600, samesite="Lax")
    return response
