"""Not more than so often in so long, by the cache: what is remembered is a hash and a number, and it forgets itself.

A cache that does not answer throttles nobody: what people have to say is worth more than a full barrier. Without Redis
each process counts for itself.
"""

import logging
import time
from math import ceil

from django.core.cache import cache
from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException
from rest_framework.exceptions import Throttled as Refused

from shuangliu.privacy.cipher import lookup_hash

from .addresses import address_of
from .limits import DEFAULTS, Limit, limit

log = logging.getLogger(__name__)


class Throttled(Refused):
    """Too often; `wait` seconds from now it may be tried again. The 429 page, or JSON, with Retry-After."""

    def __init__(self, wait: float):
        self.wait = max(ceil(wait), 1)
        minutes = ceil(self.wait / 60)
        words = _("Too many tries. Please wait %(n)d minutes, or call the hotline.") % {"n": minutes}
        APIException.__init__(self, words)

    def __str__(self):
        return str(self.detail)


def throttle(request, name: str, key: str = "") -> None:
    """Count one more `name` ("portal.submit") of this address and of `key`. Raises Throttled when there were too many
    before it."""
    check(request, name, key)
    count(request, name, key)


def check(request, name: str, key: str = "") -> None:
    """Raises Throttled while the address, or the key, pauses."""
    ends = max((_read(f"{slot}:pause") for slot, _limit in _slots(request, name, key)), default=0)
    if ends > time.time():
        raise Throttled(ends - time.time())


def count(request, name: str, key: str = "") -> None:
    """One more; the last that is allowed begins the pause."""
    for slot, allowed in _slots(request, name, key):
        if _add(slot, allowed) >= allowed.times:
            _pause(slot, allowed)


def _slots(request, name: str, key: str) -> list[tuple[str, Limit]]:
    """Where it is counted, and how much is allowed there. Raises KeyError for a name that nobody wrote down."""
    if not {f"{name}.address", f"{name}.key"} & DEFAULTS.keys():
        raise KeyError(name)
    by = {"address": address_of(request), "key": key}
    found = [(f"guard:{name}:{who}:{lookup_hash(said)[:24]}", limit(f"{name}.{who}"))
             for who, said in by.items() if said]
    return [(slot, allowed) for slot, allowed in found if allowed]


def _read(slot: str) -> float:
    try:
        return cache.get(slot) or 0
    except Exception:  # whatever the cache's client raises when it is down
        log.exception("The guard cannot read its cache")
        return 0


def _add(slot: str, allowed: Limit) -> int:
    try:
        cache.add(slot, 0, allowed.seconds)
        return cache.incr(slot)
    except ValueError:  # it has just run out
        return 1
    except Exception:
        log.exception("The guard cannot write to its cache")
        return 0


def _pause(slot: str, allowed: Limit) -> None:
    try:
        cache.set(f"{slot}:pause", time.time() + allowed.seconds, allowed.seconds)
        cache.delete(slot)
    except Exception:
        log.exception("The guard cannot write to its cache")
