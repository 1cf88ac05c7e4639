"""A form sent after the session had ended: what was typed is kept and shown again after sign-in.

A signed cookie remembers who worked in this browser last, and only that person gets the text back: an office
computer has many users. What is kept may be confidential, so it is encrypted.
"""

from django.contrib import messages
from django.http import QueryDict
from django.utils.translation import gettext as _

from shuangliu.privacy.cipher import Undecipherable, decrypt, encrypt

from .requests import is_copy

KEY = "unsent"
OWNER = "worked_here"
SALT = "shuangliu.pages.unsent"
A_DAY = 24 * 3600
MOST = 20_000  # characters: the session is no place for more


def remember_owner(request, response) -> None:
    """Note in the browser who works here, so that the text of a session that ends stays theirs."""
    if request.user.is_authenticated and _owner(request) != request.user.pk:
        response.set_signed_cookie(OWNER, request.user.pk, salt=SALT, max_age=A_DAY, httponly=True,
                                   samesite="Lax", secure=request.is_secure())


def keep(request) -> None:
    """Remember the text fields of this POST in the session (which is nobody's yet) for whoever worked here.
    Files cannot be kept here; the browser's own draft has them."""
    owner = _owner(request)
    if request.method != "POST" or owner is None:
        return
    fields = request.POST.copy()
    fields.pop("csrfmiddlewaretoken", None)
    # Counted as typed: encoded, a Chinese character takes nine.
    if fields and sum(len(value) for _name, values in fields.lists() for value in values) <= MOST:
        request.session[KEY] = {"path": request.path, "owner": owner, "fields": encrypt(fields.urlencode())}
        messages.info(request, _("Your session had ended. Sign in again: what you typed is kept."))


def take(request) -> QueryDict | None:
    """The kept fields for this page and person, once; None when there are none."""
    kept = request.session.get(KEY)
    if not kept or kept["path"] != request.path or is_copy(request):
        return None
    del request.session[KEY]
    if kept["owner"] != request.user.pk:
        return None
    try:
        return QueryDict(decrypt(kept["fields"]))
    except Undecipherable:
        return None


def typed(request) -> QueryDict | None:
    """What the form of this page begins with: what was sent, else what was kept; None for neither."""
    return request.POST if request.method == "POST" else take(request)


def _owner(request) -> int | None:
    value = request.get_signed_cookie(OWNER, default=None, salt=SALT, max_age=A_DAY)
    return int(value) if value else None
