"""Who is told what of the register: registrars, of what happens to their people by somebody else's hand. What is told
names nobody."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grids.holders import Seat, holders
from grids.keys import truncate
from grids.models import Level
from grids.roles import Role
from shuangliu import notices

from ..models import Dwelling, Person

LEFT, ASKED = "person.left", "duplicate.asked"
REGISTRARS = (Seat(Role.REGISTRAR),)


def name_kinds() -> None:
    """Name what can be told; once, at start."""
    notices.kind(LEFT, gettext_lazy("A resident moved to another community"))
    notices.kind(ASKED, gettext_lazy("Another community asks whether somebody of yours is somebody of theirs"))


def community_of(key: int) -> int:
    return truncate(key, Level.COMMUNITY)


def tell_left(people: Iterable[tuple[Person, Dwelling | None, int]], *, by, at: datetime) -> None:
    """(person, the dwelling they left, key of the area they left) of each who lives in another community now: one
    notice for each community left."""
    left: dict[int, list[tuple[Person, Dwelling | None]]] = {}
    for person, dwelling, key in people:
        if community_of(key) != community_of(person.area_key):
            left.setdefault(community_of(key), []).append((person, dwelling))
    for key, rows in left.items():
        person, dwelling = rows[0]
        text = person.number if len(rows) == 1 else _("%(number)s and %(n)d more") % {
            "number": person.number, "n": len(rows) - 1}
        # To the dwelling: the person is no longer theirs to see.
        url = dwelling.get_absolute_url() if dwelling and len(rows) == 1 else reverse("residents:front")
        _tell(key, LEFT, matter=person, text=text, url=url, by=by, at=at)


def tell_asked(theirs: Person, *, by, at: datetime) -> None:
    """The registrar of the community in which `theirs` lives."""
    _tell(theirs.area_key, ASKED, matter=theirs, text=theirs.number,
          url=reverse("residents:duplicate-elsewhere"), by=by, at=at)


def _tell(key: int, kind: str, *, by, at: datetime, **more) -> None:
    users = {holder.user_id for holder in holders(key, REGISTRARS, localdate(at))} - {by and by.pk}
    notices.tell(sorted(users), kind, at=at, **more)
