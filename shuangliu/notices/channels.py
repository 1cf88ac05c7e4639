"""Which channels there are, kept in the process: acts ask for each person they tell, and channels seldom change."""

from collections import defaultdict
from collections.abc import Iterable
from time import monotonic

from django.conf import settings

from .models import Channel

FRESH_SECONDS = 60  # after that long, an edit in another process is seen here too

_loaded: tuple[float, dict[tuple[str, int], list[Channel]]] | None = None


def for_people(users: Iterable[int]) -> list[Channel]:
    return _of("user", users)


def for_groups(departments: Iterable[int], areas: Iterable[int]) -> list[Channel]:
    return _of("department", departments) + _of("area", areas)


def forget() -> None:
    """Read the channels again at the next use."""
    global _loaded
    _loaded = None


def _of(owner: str, keys: Iterable[int]) -> list[Channel]:
    keys = sorted(set(keys))
    return [channel for key in keys for channel in _known().get((owner, key), ())]


def _known() -> dict[tuple[str, int], list[Channel]]:
    global _loaded
    if _loaded is None or monotonic() - _loaded[0] > FRESH_SECONDS:
        _loaded = monotonic(), _read()
    return _loaded[1]


def _read() -> dict[tuple[str, int], list[Channel]]:
    rows = Channel.objects.filter(is_active=True).exclude(user__is_active=False)
    if not settings.EMAIL_HOST:
        rows = rows.exclude(medium=Channel.Medium.MAIL)  # what can never leave is not written
    found = defaultdict(list)
    for channel in rows.defer("address", "secret"):
        for owner in ("user", "department", "area"):
            if key := getattr(channel, f"{owner}_id"):
                found[owner, key].append(channel)
    return dict(found)
