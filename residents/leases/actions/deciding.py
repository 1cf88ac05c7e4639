"""What the registrar decides: what is missing, registered or refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid5

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Sum
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu.pages.conflict import Conflict

from ...actions import AlreadyThere, move_in, register
from ...models.homes import Dwelling
from ...models.living import Kind, Tenure
from ...models.people import Person
from ...models.trail import Source
from ..models import Lease, LeaseRule, Party
from ..models.leases import twelve_marks
from ..rules import Paper, Space, plain
from ..states import Act, State
from .filing import examine
from .moving import check, move


@dataclass(frozen=True)
class Settler:
    """A tenant who lives there now: how they are registered, and why they came."""

    party: Party
    kind: str = Kind.FLOATING
    reason: str = ""


def need_more(lease: Lease, *, by, at: datetime, needs: Iterable[str], note: str = "") -> None:
    """一次性告知. The whole list, once: what comes back is accepted or refused. Raises LeaseMoved, and Conflict the
    second time."""
    check(lease, Act.NEED_MORE, by=by)
    if was_told(lease):
        raise Conflict(_("What is missing was told already, and is told once: accept it or refuse it."), matter=lease)
    move(lease, Act.NEED_MORE, by=by, at=at, note=note, needs=list(needs), needs_note=note)


def was_told(lease: Lease) -> bool:
    """Whether the list of what is missing was told before."""
    return bool(lease.needs or lease.needs_note)


def accept(lease: Lease, *, by, at: datetime, dwelling: Dwelling, papers: Iterable[str]) -> None:
    """The papers were seen and are complete, and the dwelling is found. Raises ValidationError while one is missing."""
    papers = [paper for paper in Paper.values if paper in set(papers)]
    if missing := [str(Paper(paper).label) for paper in Paper.values if paper not in papers]:
        raise ValidationError({"papers": _("Still missing: %(papers)s.") % {"papers": _(", ").join(missing)}})
    move(lease, Act.ACCEPT, by=by, at=at, papers=papers, dwelling=dwelling, area=dwelling.building.area,
         area_key=dwelling.area_key)


@transaction.atomic
def register_lease(lease: Lease, *, by, at: datetime, settlers: Iterable[Settler] = ()) -> None:
    """登记备案. The lease is registered and has its certificate; those of its tenants who live there now become
    residents of the dwelling.

    Raises LeaseMoved, and ValidationError where the dwelling is let already or holds too many.
    """
    check(lease, Act.REGISTER, by=by)
    Dwelling.objects.select_for_update().get(pk=lease.dwelling_id)  # two leases of it do not pass each other
    examine(lease)
    examine_dwelling(lease)
    move(lease, Act.REGISTER, by=by, at=at, registered_at=at, registered_by=by, edition=1, check_code=twelve_marks(),
         certificate=f"ZLBA{localdate(at).year}{lease.pk:08d}")
    for party in lease.parties.filter(role=Party.Role.TENANT, person=None).exclude(id_hash=""):
        Party.objects.filter(pk=party.pk).update(person=Person.objects.numbered(party.id_number).standing().first())
    for settler in settlers:
        _settle(lease, settler, by=by, at=at)


def refuse(lease: Lease, *, by, at: datetime, refusal: str, reason: str) -> None:
    """Not registered, for one of the grounds of the law, with the reason in words."""
    move(lease, Act.REFUSE, by=by, at=at, note=reason, refusal=refusal, reason=reason, ended_on=localdate(at))


def examine_dwelling(lease: Lease) -> None:
    """Raises ValidationError where the dwelling, with all that is let of it, does not allow the lease."""
    dwelling, home = lease.dwelling, lease.dwelling.floor_area
    beside = Lease.objects.in_force().filter(dwelling=dwelling, starts_on__lte=lease.ends_on,
                                             ends_on__gte=lease.starts_on).exclude(pk=lease.pk)
    other = beside.first() if lease.space == Space.WHOLE else beside.filter(space=Space.WHOLE).first()
    if other:
        raise ValidationError(_("It is let already in this time: %(number)s. Enter the end of that lease first.") % {
            "number": other.number})
    if home and lease.floor_area > home:
        raise ValidationError(_("The whole dwelling has %(area)s m².") % {"area": plain(home)})
    people = lease.people + (beside.aggregate(all=Sum("people"))["all"] or 0)
    if home and lease.is_lived_in and home < people * LeaseRule.room().per_person:
        raise ValidationError(_("With the other leases %(people)d people would live in %(area)s m²: too many.") % {
            "people": people, "area": plain(home)})


def _settle(lease: Lease, settler: Settler, *, by, at: datetime) -> None:
    """Who is in the register moves in; who is not is entered. Whoever lives here already stays as they are."""
    party, since = settler.party, lease.starts_on
    how = {"kind": settler.kind, "reason": settler.reason, "tenure": Tenure.RENTED, "since": since,
           "source": Source.LEASE}
    try:
        person, _new = register(by=by, at=at, uuid=uuid5(lease.uuid, f"party-{party.pk}"), dwelling=lease.dwelling,
                                name=party.name, document=party.document, id_number=party.id_number, phone=party.phone,
                                **how)
    except AlreadyThere as there:
        person = there.matter
        move_in(person, lease.dwelling, by=by, at=at, **how)
    Party.objects.filter(pk=party.pk).update(person=person)


def is_fit_to_settle(lease: Lease, at: datetime) -> bool:
    """Whether the lease has begun: nobody moves in on a day to come."""
    return lease.state == State.ACCEPTED and lease.is_lived_in and lease.starts_on <= localdate(at)


