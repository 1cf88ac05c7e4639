"""“Somebody else is working on this”: a page with an open form says so every EVERY seconds.

In the database, because the embedded product has several processes and no Redis. No matter of the audit log: nothing
is changed or looked up by it, and it is forgotten within minutes.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Model

from .models import Presence

EVERY = 20  # seconds between two signs of life
LASTS = timedelta(seconds=3 * EVERY)  # one that is lost on the way is not missed


def here(matter: Model, user, page: UUID, at: datetime) -> None:
    """`user` has a form of this matter open on this page, unless the page has said goodbye already."""
    sign = {"user": user, "page": page, **_of(matter)}
    if not Presence.objects.filter(is_gone=False, **sign).update(until=at + LASTS):
        Presence.objects.bulk_create([Presence(until=at + LASTS, **sign)], ignore_conflicts=True)


def leave(matter: Model, user, page: UUID, at: datetime) -> None:
    """`user` has closed this page. Said also of a page that was never heard of: its first sign may be on its way."""
    goodbye = Presence(user=user, page=page, until=at + LASTS, is_gone=True, **_of(matter))
    Presence.objects.bulk_create([goodbye], update_conflicts=True, update_fields=["until", "is_gone"],
                                 unique_fields=["matter_type", "matter_id", "user", "page"])


def others(matter: Model, user, at: datetime) -> list[str]:
    """The names of those who have it open besides `user`."""
    return at_each(type(matter), [matter.pk], user, at).get(matter.pk, [])


def at_each(model: type[Model], pks: Iterable[int], user, at: datetime) -> dict[int, list[str]]:
    """The same for the rows of a list, in one query: key -> names."""
    found = defaultdict(list)
    signs = Presence.objects.filter(matter_type=model._meta.label_lower, matter_id__in=list(pks), until__gt=at,
                                    is_gone=False)
    people = signs.exclude(user=user).order_by("id").values_list("matter_id", "user__name", "user__username")
    for matter_id, name, username in people:
        found[matter_id].append(name or username)
    return {matter_id: list(dict.fromkeys(names)) for matter_id, names in found.items()}  # each once, on two pages too


def forget(at: datetime) -> int:
    """Drop the signs of those who have gone; how many."""
    gone = Presence.objects.filter(until__lte=at)
    return gone.delete()[0] if gone.exists() else 0  # asked first: without a need nothing takes SQLite's write lock


def _of(matter: Model) -> dict:
    return {"matter_type": matter._meta.label_lower, "matter_id": matter.pk}
