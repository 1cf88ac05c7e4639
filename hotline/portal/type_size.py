"""Large type, for who wants it: a link, remembered in a cookie that says nothing else."""

from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from shuangliu.pages.access import ANYONE, allows

COOKIE, LARGE = "type", "large"
YEAR = 365 * 24 * 3600


def is_large(request) -> bool:
    return bool(request) and request.COOKIES.get(COOKIE) == LARGE


@require_safe
@allows(ANYONE)
def type_size(request, size):
    """Choose it, and back to where one was."""
    back = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = resolve_url("portal:home")
    response = redirect(back)
    if size == LARGE:
        response.set_cookie(COOKIE, LARGE, max_age=YEAR, samesite="Lax", secure=request.is_secure(), httponly=True)
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response
