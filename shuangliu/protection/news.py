"""Who is told of what: the auditor and the security administrator when much is looked at, both sides of an export."""

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from grids.holders import Seat, holders
from grids.roles import RIGHTS, Role
from shuangliu import notices

UNUSUAL = "reveal.unusual"
ASKED, REFUSED, MADE = "export.asked", "export.refused", "export.made"
WATCH = (Seat(Role.AUDITOR), Seat(Role.SECURITY_ADMIN))


def name_kinds() -> None:
    notices.kind(UNUSUAL, gettext_lazy("Somebody looks at unusually much personal data"))
    notices.kind(ASKED, gettext_lazy("An export in clear waits for your approval"))
    notices.kind(REFUSED, gettext_lazy("Your export in clear was refused"))
    notices.kind(MADE, gettext_lazy("Your export in clear can be fetched"))


def unusual(reveal, today: int) -> None:
    """So many matters in a day: for the bell of those who watch, but not of the person themselves."""
    with override(settings.LANGUAGE_CODE):
        text = _("{name}: {n} matters today").replace("{name}", str(reveal.by)).replace("{n}", str(today))
    _tell(_holding(reveal.area_key, WATCH, reveal.at) - {reveal.by_id}, UNUSUAL, reveal, text=text,
          url=f"{reverse('protection:reveal-list')}?by={reveal.by_id}", at=reveal.at, urgent=True)


def asked(request) -> None:
    seats = tuple(Seat(role) for role in sorted(RIGHTS["export.decide"]))
    _tell(_holding(request.area_key, seats, request.at) - {request.by_id}, ASKED, request, text=request.number,
          url=request.get_absolute_url(), at=request.at)


def told(request, kind: str, *, at) -> None:
    """To whoever asked."""
    _tell({request.by_id}, kind, request, text=request.number, url=request.get_absolute_url(), at=at)


def _holding(area_key: int, seats, at) -> set[int]:
    return {holder.user_id for holder in holders(area_key, seats, localdate(at))}


def _tell(users: set[int], kind: str, matter, **said) -> None:
    notices.tell(sorted(users), kind, matter=matter, **said)
