"""“Somebody else is working on this”: a page with an open form says so every EVERY seconds.

In the database, because the embedded product has several processes and no Redis. No matter of the audit log: nothing
is changed or looked up by it, and it is forgotten within minutes.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Model

from .models import Presence

EVERY = 20  # seconds between two signs of life
LASTS = timedelta(seconds=3 * EVERY)  # one that is lost on the way is not missed


def here(matter: Model, user, at: datetime) -> None:
    """`user` has a form of this matter open."""
    sign = Presence(user=user, until=at + LASTS, **_of(matter))
    Presence.objects.bulk_create([sign], update_conflicts=True, update_fields=["until"],
                                 unique_fields=["matter_type", "matter_id", "user"])


def leave(matter: Model, user) -> None:
    """`user` has closed it."""
    Presence.objects.filter(user=user, **_of(matter)).delete()


def others(matter: Model, user, at: datetime) -> list[str]:
    """The names of those who have it open besides `user`."""
    return at_each(type(matter), [matter.pk], user, at).get(matter.pk, [])


def at_each(model: type[Model], pks: Iterable[int], user, at: datetime) -> dict[int, list[str]]:
    """The same for the rows of a list, in one query: key -> names."""
    found = defaultdict(list)
    signs = Presence.objects.filter(matter_type=model._meta.label_lower, matter_id__in=list(pks), until__gt=at)
    people = signs.exclude(user=user).order_by("id").values_list("matter_id", "user__name", "user__username")
    for matter_id, name, username in people:
        found[matter_id].append(name or username)
    return dict(found)


def forget(at: datetime) -> int:
    """Drop the signs of those who have gone; how many."""
    gone = Presence.objects.filter(until__lte=at)
    return gone.delete()[0] if gone.exists() else 0  # asked first: without a need nothing takes SQLite's write lock


def _of(matter: Model) -> dict:
    return {"matter_type": matter._meta.label_lower, "matter_id": matter.pk}
