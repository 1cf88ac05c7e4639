"""Who may be in the register twice, for a human to decide (domain.md §1.4 不重). Nothing is ever merged by itself.

Same name and birthday, same name and phone, or same phone and birthday. Each look-up takes one index (`person_by_name`,
`person_by_phone`): what somebody's row costs does not grow with the register. Two whose own ID numbers differ are two:
they share a frequent name, or a parent's phone.
"""

from datetime import datetime
from itertools import combinations

from django.db import transaction
from django.db.models import Count, Q

from grids.keys import truncate
from grids.models import Level
from shuangliu.privacy.documents import CITIZEN

from ..models import Person
from .models import Basis, Likeness

FACTS = ("pk", "area_key", "name_hash", "phone_hash", "born_on", "id_hash", "document", "is_number_confirmed")
PAIRS = [(Basis.BIRTHDAY, ("name_hash", "born_on")), (Basis.NAME, ("name_hash", "phone_hash")),
         (Basis.PHONE, ("phone_hash", "born_on"))]  # the strongest first
CROWD = 20  # more people than these share nothing that tells: a foreman's phone, a birthday nobody knew
OPEN = Likeness.State.OPEN


@transaction.atomic
def look(person: Person, *, at: datetime) -> int:
    """Suggest whoever may be `person`, and take back suggestions that their facts no longer bear. Returns how many are
    new. Whoever was found to be another stays another."""
    me = _facts(Person.objects.filter(pk=person.pk))[0]
    found = {}
    for one in _facts(_alike(me)):
        if basis := _basis(me, one):
            found[one["pk"]] = (one, basis)
    stale = Likeness.objects.of(person).filter(state=OPEN).exclude(basis=Basis.HAND)
    stale.exclude(Q(one__in=found) | Q(other__in=found)).delete()
    return _suggest([(me, one, basis) for one, basis in found.values()], at=at)


def look_through(*, at: datetime) -> int:
    """Suggest all there are: after an import, and each night. Reads the register once for each kind of pair, grouped by
    the database; a second time finds nothing new."""
    new = 0
    for _basis_name, names in PAIRS:
        known = Q(born_on__isnull=False) if "born_on" in names else Q()
        if "phone_hash" in names:
            known &= ~Q(phone_hash="")
        rows = Person.objects.standing().unrestricted().filter(known)
        groups = rows.values(*names).order_by().annotate(n=Count("pk")).filter(n__gt=1, n__lte=CROWD)
        for group in groups.iterator():
            alike = _facts(rows.filter(**{name: group[name] for name in names}))
            pairs = [(a, b, _basis(a, b)) for a, b in combinations(alike, 2)]
            new += _suggest([pair for pair in pairs if pair[2]], at=at)
    return new


def compare(one: Person, other: Person, *, at: datetime) -> Likeness:
    """The pair of two whom somebody wants to look at side by side, to be decided whatever was decided before."""
    first, second = sorted((one, other), key=lambda person: person.pk)
    return Likeness.objects.update_or_create(
        one=first, other=second, defaults={"state": OPEN, "decided_by": None, "decided_at": None}, create_defaults={
            **_keys(first.area_key, second.area_key), "basis": Basis.HAND, "found_at": at})[0]


def follow(person: Person) -> None:
    """`person` lives elsewhere now: who sees their pairs changes with it."""
    for pair in Likeness.objects.of(person).select_related("one", "other").defer("one__name", "other__name"):
        keys = _keys(pair.one.area_key, pair.other.area_key)
        Likeness.objects.filter(pk=pair.pk).exclude(**keys).update(**keys)


def common_key(one: int, other: int) -> int:
    """The key of the smallest area that holds both; 0 where none does."""
    return next((truncate(one, level) for level in (Level.GRID, Level.COMMUNITY, Level.TOWN, Level.COUNTY)
                 if truncate(one, level) == truncate(other, level)), 0)


def _keys(one: int, other: int) -> dict[str, int]:
    """Where the two live, as a pair keeps it."""
    return {"area_key": common_key(one, other), "one_key": one, "other_key": other}


def _alike(me: dict):
    """Whoever shares a pair of facts: two branches, each by an index of its own."""
    rows, by_name, by_phone = Person.objects.standing().unrestricted().exclude(pk=me["pk"]), Q(pk=None), Q(pk=None)
    if me["born_on"]:
        by_name |= Q(born_on=me["born_on"])
        by_phone = Q(born_on=me["born_on"])
    if me["phone_hash"]:
        by_name |= Q(phone_hash=me["phone_hash"])
    keys = set(rows.filter(by_name, name_hash=me["name_hash"]).values_list("pk", flat=True)[:CROWD])
    if me["phone_hash"]:
        keys |= set(rows.filter(by_phone, phone_hash=me["phone_hash"]).exclude(phone_hash="")
                    .values_list("pk", flat=True)[:CROWD])
    return Person.objects.filter(pk__in=keys)


def _facts(rows) -> list[dict]:
    # Values, not rows: nothing is deciphered.
    return list(rows.values(*FACTS).order_by("pk"))


def _basis(one: dict, other: dict) -> str:
    """What the two have in common; "" where it is nothing, or where they are two."""
    if _is_sure(one) and _is_sure(other):
        return ""
    return next((basis for basis, names in PAIRS
                 if all(one[name] and one[name] == other[name] for name in names)), "")


def _is_sure(one: dict) -> bool:
    """Whether an ID number that checks says who this is."""
    return bool(one["id_hash"]) and one["document"] in CITIZEN and not one["is_number_confirmed"]


def _suggest(pairs, *, at: datetime) -> int:
    known = set()
    for one, other, _basis_name in pairs:
        known |= set(Likeness.objects.filter(one=min(one["pk"], other["pk"]), other=max(one["pk"], other["pk"]))
                     .values_list("one", "other"))
    new = []
    for a, b, basis in pairs:
        first, second = sorted((a, b), key=lambda facts: facts["pk"])
        if (first["pk"], second["pk"]) not in known:
            new.append(Likeness(one_id=first["pk"], other_id=second["pk"], basis=basis, found_at=at,
                                **_keys(first["area_key"], second["area_key"])))
    Likeness.objects.bulk_create(new, ignore_conflicts=True)  # somebody may suggest the same just now
    return len(new)
