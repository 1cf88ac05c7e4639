"""Telling people: rows written with the act that they tell of, in at most two statements."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Model
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from shuangliu.pages.clocks import MOMENT

from . import channels
from .models import Message, Notice


def about(matter: str, due_at: datetime | None) -> str:
    """The text of most notices, in the county's language: "SJ00000012 暴露垃圾", and below it when it is due."""
    if due_at is None:
        return matter
    with override(settings.LANGUAGE_CODE):
        due = _("Due at {time}").replace("{time}", localtime(due_at).strftime(MOMENT))
    return f"{matter}\n{due}"


@dataclass(frozen=True)
class Audience:
    """Whom news of one kind is for: users by their keys, and the groups of departments and areas."""

    kind: str
    users: Collection[int]
    departments: Collection[int] = ()
    areas: Collection[int] = ()


def tell(users: Iterable[int], kind: str, *, matter: Model, text: str, url: str, at: datetime,
         urgent: bool = False) -> None:
    """Tell `users` (by their keys) that something of this kind happened to `matter`. See tell_each."""
    tell_each([Audience(kind, list(users))], matter=matter, text=text, url=url, at=at, urgent=urgent)


def tell_each(audiences: Iterable[Audience], *, matter: Model, text: str, url: str, at: datetime,
              urgent: bool = False) -> None:
    """Tell each audience in its own words, in the running transaction. Who is in several hears the first only; what
    has been told (same person, matter, kind and moment) is not told again.

    `text` says in the county's language which matter it is, without personal data; `url` is its page.
    """
    news = {"matter_type": matter._meta.label_lower, "matter_id": matter.pk, "text": text, "url": url, "at": at,
            "is_urgent": urgent}
    kind_for: dict[int, str] = {}
    carried: dict[int, Message] = {}
    for audience in audiences:
        new = {user: audience.kind for user in audience.users if user not in kind_for}
        kind_for |= new
        for channel in [*channels.for_people(new), *channels.for_groups(audience.departments, audience.areas)]:
            if channel.pk not in carried and channel.wants(audience.kind):
                later = at if urgent else channel.awake(at)
                carried[channel.pk] = Message(channel_id=channel.pk, kind=audience.kind, next_try_at=later, **news)
    # In one order everywhere: two acts that tell the same people must not wait for each other.
    notices = [Notice(user_id=user, kind=kind, **news) for user, kind in sorted(kind_for.items())]
    Notice.objects.bulk_create(notices, ignore_conflicts=True)
    messages = [carried[channel] for channel in sorted(carried)]
    Message.objects.bulk_create(messages, ignore_conflicts=True)
