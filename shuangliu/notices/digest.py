"""每日提醒. Once each working day, whoever has something waiting is told how much.

Apps add what waits: `digest.part("incidents", lines)`, where `lines(user, at)` is a list of lines, empty for nothing,
in the language of the county. Which days are worked is said by the roof, which knows the calendar: `digest.only_on(…)`.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import override

from grids.models import Post

from .models import Notice
from .telling import tell

KIND = "digest"
HOUR = time(8)
MOST = 999
BATCH = 200  # people looked up at once

Lines = Callable[[object, datetime], list[str]]
_PARTS: dict[str, Lines] = {}
_is_worked: Callable[[date], bool] | None = None


def part(name: str, lines: Lines) -> None:
    """What `lines(user, at)` says belongs into the digest; call it in the app's `ready()`."""
    _PARTS[name] = lines


def only_on(is_worked: Callable[[date], bool]) -> None:
    """Send on the days of which this is true."""
    global _is_worked
    _is_worked = is_worked


def capped(rows) -> str:
    """How many, where nobody needs to know exactly: "12", "999+"."""
    count = rows.order_by()[: MOST + 1].count()
    return f"{MOST}+" if count > MOST else str(count)


def send(at: datetime) -> int:
    """Tell everybody with a post what waits for them today; returns how many were told.

    Whoever has been told today is not told again, so it may run twice and be killed. Before the hour nothing is sent.
    """
    moment = datetime.combine(localtime(at).date(), HOUR, localtime(at).tzinfo)
    if at < moment or (_is_worked and not _is_worked(moment.date())):
        return 0
    with override(settings.LANGUAGE_CODE):
        return sum(_tell(user, moment, at) for user in _people(moment))


def _people(moment: datetime) -> Iterator:
    """Those with a post who have not heard yet, by their keys."""
    posts = Post.objects.on(moment.date()).values("user")
    people = get_user_model().objects.filter(is_active=True, pk__in=posts).order_by("pk")
    last = 0
    while batch := list(people.filter(pk__gt=last)[:BATCH]):
        last = batch[-1].pk
        told = Notice.objects.filter(kind=KIND, at=moment, matter_type=get_user_model()._meta.label_lower,
                                     user__in=[user.pk for user in batch])
        heard = set(told.values_list("user", flat=True))
        yield from (user for user in batch if user.pk not in heard)


def _tell(user, moment: datetime, at: datetime) -> bool:
    # Counted outside of a transaction: on SQLite nobody could write meanwhile.
    lines = [line for lines in _PARTS.values() for line in lines(user, at)]
    if lines:
        with transaction.atomic():
            # It is about the person's own day: that makes it one a day.
            tell([user.pk], KIND, matter=user, text="\n".join(lines), url=reverse("desk"), at=moment)
    return bool(lines)
