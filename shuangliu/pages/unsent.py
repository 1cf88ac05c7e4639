"""A form sent after the session had ended: what was typed is kept and shown again after sign-in."""

from django.contrib import messages
from django.http import QueryDict
from django.utils.translation import gettext as _

KEY = "unsent"
MOST = 20_000  # characters: the session is no place for more


def keep(request) -> None:
    """Remember the text fields of this POST in the session (which is nobody's yet). Files cannot be kept
    here; the browser's own draft has them."""
    if request.method != "POST":
        return
    fields = request.POST.copy()
    fields.pop("csrfmiddlewaretoken", None)
    # Counted as typed: encoded, a Chinese character takes nine.
    if fields and sum(len(value) for _name, values in fields.lists() for value in values) <= MOST:
        request.session[KEY] = {"path": request.path, "fields": fields.urlencode()}
        messages.info(request, _("Your session had ended. Sign in again: what you typed is kept."))


def take(request) -> QueryDict | None:
    """The kept fields for this page, once; None when there are none."""
    kept = request.session.get(KEY)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[KEY]
    return QueryDict(kept["fields"])
