"""Personal data in clear: a purpose, five minutes, an entry in the log (domain.md §7 rules 2 and 3).

    reveals.register(Ticket, act="ticket.reveal", fields=(NAME, PHONE))      # in ready(): what can be revealed
    path("tickets/<int:pk>/reveal/", reveal_view(Ticket))                    # in urls.py: where it is asked
    reveals.open_for(request.user, ticket)                                   # in a view: shown in clear, or None
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Model
from django.utils.cache import add_never_cache_headers
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.pages.forms import day_start
from shuangliu.privacy import guards
from shuangliu.privacy.masking import mask_numbers

from . import news, purposes
from .kinds import Field, kind_of, register
from .models import Reveal

__all__ = ["Field", "TooMany", "hide", "open_among", "open_for", "private", "register", "reveal"]

LASTS = timedelta(minutes=5)
WINDOW = timedelta(minutes=10)  # of the limit how often a person may reveal


class TooMany(Exception):
    """The person has revealed too much in a short time; the text says so."""


def open_for(user, matter: Model, at: datetime | None = None) -> Reveal | None:
    """The reveal by which `user` sees the personal data of the matter just now."""
    return Reveal.objects.visible_to(user).of(matter).open(at or now()).order_by("-until").first()


def open_among(user, matters: Iterable[Model], at: datetime | None = None) -> dict[int, Reveal]:
    """For a list: the running reveals by the keys of the matters. One query, none for no matters."""
    by_key = {matter.pk: matter for matter in matters}
    if not by_key:
        return {}
    kind = next(iter(by_key.values()))._meta.label_lower
    found = Reveal.objects.visible_to(user).open(at or now()).filter(matter_type=kind, matter_id__in=by_key)
    return {reveal.matter_id: reveal for reveal in found}


@transaction.atomic
def reveal(matter: Model, *, by, at: datetime, purpose: str, words: str = "") -> Reveal:
    """Open the personal data of the matter to `by`. One that is open stays as it is. Raises guards.Refused, TooMany."""
    kind, words = kind_of(matter), mask_numbers(words)
    guards.refuse(matter, *kind.people(matter))
    # One at a time for a person: two at once would both pass the limit, or open the same twice.
    get_user_model().objects.select_for_update().get(pk=by.pk)
    if running := open_for(by, matter, at):
        return running
    mine = Reveal.objects.filter(by=by)
    if mine.filter(at__gt=at - WINDOW).count() >= settings.REVEALS_MOST:
        raise TooMany(_("You have looked at %(most)d matters in ten minutes. Wait a little.")
                      % {"most": settings.REVEALS_MOST})
    new = Reveal.objects.create(
        by=by, matter_type=kind.name, matter_id=matter.pk, area_key=matter.area_key, fields=list(kind.fields),
        purpose=purpose, words=words, at=at, until=at + LASTS)
    audit.record(kind.verb, matter, by=by, at=at, purpose=purposes.said(purpose, words), fields=list(kind.fields))
    today = mine.filter(at__gte=day_start(localdate(at)), at__lte=at).count()
    if settings.REVEALS_UNUSUAL and today % settings.REVEALS_UNUSUAL == 0:
        news.unusual(new, today)
    return new


def hide(shown: Reveal, *, at: datetime) -> None:
    """Before its time is over."""
    Reveal.objects.filter(pk=shown.pk, until__gt=at).update(until=max(at, shown.at))


def private(response, shown) -> object:
    """A page with personal data in clear is kept by no browser and no proxy; `shown` is falsy where there is none."""
    if shown:
        add_never_cache_headers(response)
    return response
