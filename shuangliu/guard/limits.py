"""How often anybody may do what at the public doors. SHUANGLIU_GUARD_LIMITS changes it (docs/operations.md)."""

import re
from dataclasses import dataclass

from django.conf import settings

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


@dataclass(frozen=True)
class Limit:
    """So many times in so many seconds; then a pause of as many seconds."""

    times: int
    seconds: int


# A whole village may share the address of a mobile network: per address much, per phone, ticket or key little.
DEFAULTS = {
    "portal.submit.address": "60/10m",
    "portal.submit.key": "10/d",  # a phone
    "portal.sum.address": "20/10m",  # who answers in words, as the browser cannot work
    "portal.code.address": "30/15m",  # wrong codes
    "portal.code.key": "5/15m",  # wrong codes of one ticket
    "portal.act.address": "60/10m",  # judge, reopen, remark
    "portal.act.key": "20/d",
    "portal.near.address": "120/10m",
    "portal.subject.address": "10/h",
    "open311.submit.address": "120/10m",
    "open311.submit.key": "600/h",
    "open311.read.address": "600/10m",
    "open311.key.address": "20/15m",  # unknown keys
}


def limit(name: str) -> Limit | None:
    """The limit of this name ("portal.submit.key"), None where there is none. Raises ValueError for one that nobody can
    read."""
    text = settings.GUARD_LIMITS.get(name) or DEFAULTS.get(name)
    if not text:
        return None
    found = re.fullmatch(r"(\d+)/(\d*)([smhd])", text)
    if not found:
        raise ValueError(f"{name}: {text!r} is no limit such as 60/10m")
    return Limit(int(found[1]), int(found[2] or 1) * UNITS[found[3]])
