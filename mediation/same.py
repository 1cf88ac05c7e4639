"""Whether this dispute has been brought to mediation already, over the same channel or another one (domain.md §5.2).

Three things tell: the number that another office gave it, a party, and a like dispute in the same community. Whoever
asks is shown cases of their own areas only.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.jurisdiction import may
from grids.keys import truncate
from grids.models import Level
from shuangliu import search
from shuangliu.pages.tones import tone
from shuangliu.privacy.cipher import lookup_hashes
from shuangliu.privacy.id_number import normalise
from shuangliu.privacy.identified import dialled

from .models import Case, Party
from .states import OPEN, State

LATELY = timedelta(days=60)  # a like dispute in the community
WITH_THEM = timedelta(days=365)  # a dispute of the same people
ALIKE = 0.35  # of all pairs of characters of two titles shared
MOST = 5
LOOK = 300  # of the community's latest so many titles are compared


@dataclass
class Same:
    """A case that may be the same dispute, and why. One that was joined is told by the case it goes on in."""

    case: Case
    weight: int = 0
    reasons: list[str] = field(default_factory=list)
    title: str = ""  # for who may read it

    @property
    def tone(self) -> str:
        return tone(self.case.state)

    @property
    def is_open(self) -> bool:
        return self.case.state in OPEN


def same(user, at: datetime, *, external_ref: str = "", numbers: Iterable[str] = (), phones: Iterable[str] = (),
         category=None, area=None, title: str = "", besides: Case | None = None, uuid=None) -> list[Same]:
    """At most five, the likeliest first. `besides` and what the form `uuid` has made already are left out."""
    found: dict[int, Same] = {}
    rows = Case.objects.visible_to(user).exclude(pk=besides and besides.pk).exclude(uuid=uuid)
    if besides:
        rows = rows.exclude(joined_to=besides)
    _by_number(found, rows, external_ref.strip())
    _by_party(found, rows, at, numbers, phones)
    _by_words(found, rows, at, category, area, title)
    told = sorted(_as_main(found, user).values(), key=lambda one: (-one.weight, not one.is_open, -one.case.pk))[:MOST]
    for one in told:
        if may(user, "case.read", one.case):
            one.title = one.case.title
    return told


def same_as(case: Case, user, at: datetime) -> list[Same]:
    """The same asked for a case that is registered already."""
    parties = list(case.parties.all())
    return same(user, at, external_ref=case.external_ref, numbers=[party.id_number for party in parties],
                phones=[party.phone for party in parties], category=case.category, area=case.area, title=case.title,
                besides=case)


def _by_number(found, rows, ref: str) -> None:
    if ref:
        for case in rows.filter(external_ref=ref).order_by("-id")[:MOST]:
            _note(found, case, 10, _("same number elsewhere: %(number)s") % {"number": ref})


def _by_party(found, rows, at: datetime, numbers, phones) -> None:
    ids = {one for number in numbers if number for one in lookup_hashes(normalise(number))}
    calls = {one for phone in phones if phone and dialled(phone) for one in lookup_hashes(dialled(phone))}
    if not ids | calls:
        return
    since = at - WITH_THEM
    parties = (Party.objects.filter(Q(id_hash__in=ids) | Q(phone_hash__in=calls), case__registered_at__gte=since)
               .values_list("case_id", "id_hash")[:LOOK])
    shared: dict[int, list[bool]] = {}
    for case_id, id_hash in parties:
        shared.setdefault(case_id, []).append(id_hash in ids)
    for case in rows.filter(pk__in=shared):
        by_id, by_phone = sum(shared[case.pk]), shared[case.pk].count(False)
        if by_id:
            _note(found, case, 4 * by_id, _("%(n)d party with the same ID number") % {"n": by_id})
        if by_phone:
            _note(found, case, 2 * by_phone, _("%(n)d party with the same phone") % {"n": by_phone})


def _by_words(found, rows, at: datetime, category, area, title: str) -> None:
    if not (category and area and title):
        return
    near = rows.filter(town_key=truncate(area.key, Level.TOWN), community_key=truncate(area.key, Level.COMMUNITY),
                       category__code__startswith=category.code[:2], registered_at__gte=at - LATELY)
    for case in near.order_by("-registered_at", "-id")[:LOOK]:
        if (likeness := search.likeness(title, case.title)) >= ALIKE:
            _note(found, case, 1 + (likeness > 2 * ALIKE), _("like dispute in this community since %(day)s") % {
                "day": localdate(case.registered_at)})


def _note(found: dict[int, Same], case: Case, weight: int, reason: str) -> None:
    one = found.setdefault(case.pk, Same(case))
    one.weight += weight
    one.reasons.append(reason)


def _as_main(found: dict[int, Same], user) -> dict[int, Same]:
    """A joined case is told as the one that it goes on in."""
    mains = {case.pk: case for case in Case.objects.visible_to(user).filter(
        pk__in={one.case.joined_to_id for one in found.values() if one.case.state == State.JOINED})}
    told: dict[int, Same] = {}
    for one in found.values():
        case = mains.get(one.case.joined_to_id, one.case)
        main = told.setdefault(case.pk, Same(case))
        main.weight += one.weight
        main.reasons += [reason for reason in one.reasons if reason not in main.reasons]
    return told
