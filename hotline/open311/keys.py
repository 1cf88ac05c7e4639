"""The api_key of a request: known, in use, and not too often."""

from django.db.models import Q
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from shuangliu import guard
from shuangliu.pages import pace

from .errors import Refused
from .models import ApiKey, hashed


def key_of(request, given: str) -> ApiKey:
    """The key. Raises Refused: 403 without a valid one, 429 when it has been used too often within this minute;
    Throttled for who tries many that do not exist."""
    if not given:
        raise Refused(403, _("Missing api_key: it is needed here."))
    guard.check(request, "open311.key")
    valid = Q(expires_on=None) | Q(expires_on__gte=localdate())
    key = ApiKey.objects.filter(valid, hash=hashed(given), is_active=True).first()
    if key is None:
        guard.count(request, "open311.key")
        raise Refused(403, _("Invalid api_key: unknown, no longer in use or expired."))
    _count(key)
    return key


def _count(key: ApiKey) -> None:
    if seconds := pace.wait("open311", key.pk, now(), most=key.per_minute):
        raise Refused(429, _("This api_key may be used %(n)d times a minute.") % {"n": key.per_minute}, wait=seconds)
