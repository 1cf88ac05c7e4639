"""Which channels there are, kept in the process: acts ask for each person they tell, and channels seldom change."""

from collections import defaultdict
from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth import get_user_model

from shuangliu.pages.remembered import Remembered

from .models import Channel


def for_people(users: Iterable[int]) -> list[Channel]:
    return _of("user", users)


def for_groups(departments: Iterable[int], areas: Iterable[int]) -> list[Channel]:
    return _of("department", departments) + _of("area", areas)


def forget() -> None:
    """Read the channels again at the next use."""
    _known.forget()


def _of(owner: str, keys: Iterable[int]) -> list[Channel]:
    keys = sorted(set(keys))
    return [channel for key in keys for channel in _known().get((owner, key), ())]


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


# An account that is closed has no channel any more.
_known = Remembered(_read, Channel, get_user_model())
