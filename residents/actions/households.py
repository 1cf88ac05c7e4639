"""Who is registered together, and who is the head of it (GB/T 4761)."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from ..models import Dwelling, Household, Membership, Person
from ..models.households import Relation
from ..models.trail import Source
from .trail import write_down


@transaction.atomic
def form(*, by, at: datetime, dwelling: Dwelling, head: Person, register_number: str = "") -> Household:
    """A household of its own, registered at `dwelling`. Sent twice it is one. Raises ValidationError
    (`register_number`), and Conflict where the head of another household would leave it without one."""
    there = _today(head)
    if there and there.relation == Relation.HEAD and there.household.dwelling_id == dwelling.pk:
        return there.household
    household = Household(area_key=dwelling.area_key, dwelling=dwelling, register_number=register_number)
    _save(household, force_insert=True)
    audit.record("household.form", household, by=by, at=at)
    join(household, head, by=by, at=at, relation=Relation.HEAD)
    return household


@transaction.atomic
def join(household: Household, person: Person, *, by, at: datetime, relation: str) -> Membership:
    """`person` belongs to it from today on, and to the one before until yesterday."""
    row = Household.objects.select_for_update().get(pk=household.pk)
    before = _today(person)
    if before and before.household_id == row.pk:
        return before
    if relation == Relation.HEAD and row.members.filter(until=None, relation=Relation.HEAD).exists():
        raise ValidationError({"relation": _("The household has a head. Change the relations of all instead.")})
    if before:
        _end(before, at=at)
    member = Membership.objects.create(household=row, person=person, relation=relation, since=localdate(at))
    _write(person, "join", before, member, by=by, at=at)
    return member


@transaction.atomic
def leave(member: Membership, *, by, at: datetime) -> None:
    """Somebody belongs to it no longer; twice changes nothing. Raises Conflict for the head of others."""
    row = Membership.objects.select_for_update().select_related("household", "person").get(pk=member.pk)
    if row.until is None:
        _end(row, at=at)
        _write(row.person, "leave", row, None, by=by, at=at)


def end_with_home(person: Person, *, by, at: datetime, until: date, source: str) -> None:
    """`person` has left the county or died, and belongs to no household any more. The head too: who is head now is for
    the others to say."""
    member = _today(person)
    if member:
        member.until = max(member.since, until) if member.since else until
        member.save(update_fields=["until"])
        _write(person, "leave", member, None, by=by, at=at, source=source)


@transaction.atomic
def relate(household: Household, *, by, at: datetime, relations: dict[int, str]) -> int:
    """What each member (by key of the membership) is to the head, of whom there is one: a new head changes what all
    are. Returns how many changed. Raises ValidationError."""
    row = Household.objects.select_for_update().get(pk=household.pk)
    members = {member.pk: member for member in row.members.filter(until=None).select_related("person")}
    after = {pk: relations.get(pk, member.relation) for pk, member in members.items()}
    if list(after.values()).count(Relation.HEAD) != 1:
        raise ValidationError(_("A household has one head."))
    changed = [member for pk, member in members.items() if member.relation != after[pk]]
    # The old head first: there is never a second one.
    for member in sorted(changed, key=lambda one: after[one.pk] == Relation.HEAD):
        old, member.relation = member.get_relation_display(), after[member.pk]
        member.save(update_fields=["relation"])
        write_down(member.person, "relate", by=by, at=at, source=Source.COUNTER,
                   pairs={"relation": (old, member.get_relation_display())})
    if changed:
        audit.record("household.relate", row, by=by, at=at, count=len(changed))
    return len(changed)


@transaction.atomic
def split(household: Household, *, by, at: datetime, members: list[Membership], head: Membership,
          register_number: str = "", dwelling: Dwelling | None = None) -> Household:
    """Some members, `head` among them, are a household of their own from now on. The others' relations to the new head
    are still to be said. Raises ValidationError, and Conflict where the old one would have no head."""
    if head not in members:
        raise ValidationError({"head": _("The new head is one of those who leave.")})
    row = Household.objects.select_for_update().get(pk=household.pk)
    leaving = [member for member in row.members.filter(until=None).select_related("person")
               if member.pk in {one.pk for one in members}]
    if len(leaving) != len(members):
        raise Conflict(_("The household has changed meanwhile."), matter=household)
    if any(member.relation == Relation.HEAD for member in leaving):
        raise ValidationError({"members": _("The head stays. Change the head first.")})
    place = dwelling or row.dwelling
    new = Household(area_key=place.area_key, dwelling=place, register_number=register_number)
    _save(new, force_insert=True)
    audit.record("household.split", row, by=by, at=at, new=str(new.pk), count=len(leaving))
    for member in leaving:
        join(new, member.person, by=by, at=at,
             relation=Relation.HEAD if member.pk == head.pk else Relation.OTHER)
    return new


@transaction.atomic
def correct_household(household: Household, *, by, at: datetime, register_number: str,
                      dwelling: Dwelling | None = None) -> None:
    """Its number, and where it is registered. Raises ValidationError (`register_number`)."""
    row = Household.objects.select_for_update().get(pk=household.pk)
    place = dwelling or row.dwelling
    if (row.register_number, row.dwelling_id) == (register_number, place.pk):
        return
    row.register_number, row.dwelling, row.area_key = register_number, place, place.area_key
    _save(row)
    audit.record("household.correct", row, by=by, at=at)


def _today(person: Person) -> Membership | None:
    return person.memberships.filter(until=None).select_related("household__dwelling").first()


def _end(member: Membership, *, at: datetime) -> None:
    """The head goes last."""
    if member.relation == Relation.HEAD and member.household.members.filter(until=None).exclude(pk=member.pk).exists():
        raise Conflict(_("The head of a household goes last. Change its head first."), matter=member.household)
    today = localdate(at)
    member.until = max(member.since, today - timedelta(days=1)) if member.since else today
    member.save(update_fields=["until"])


def _write(person: Person, act: str, before: Membership | None, after: Membership | None, *, by, at,
           source: str = Source.COUNTER) -> None:
    said = [f"{one.household} {one.get_relation_display()}" if one else "" for one in (before, after)]
    write_down(person, act, by=by, at=at, source=source, pairs={"household": tuple(said)})


def _save(household: Household, **how) -> None:
    try:
        with transaction.atomic():
            household.save(**how)
    except IntegrityError:
        raise ValidationError({"register_number": _("The community has a household of this number already.")}) from None
