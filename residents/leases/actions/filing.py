"""A lease is filed: at the counter, by an account, or by somebody with number and code."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from grids.models import Area
from shuangliu import attachments, indicators
from shuangliu.pages.conflict import Conflict
from shuangliu.privacy import documents, id_number

from ...names import tidy
from ..measures import counted, differences
from ..models import Firm, Lease, LeaseRule, Party
from ..models.leases import Filer
from ..rules import fault_of_number, fault_of_space
from ..states import Act, State
from .moving import move, turn, write_down

LONGEST = 20  # years: longer leases are void beyond that (民法典 art. 705)
TERMS = ("space", "part", "use", "floor_area", "rooms", "people", "is_family", "rent", "signed_on", "starts_on",
         "ends_on")


@dataclass(frozen=True)
class Given:
    """A party as the papers name it."""

    name: str
    id_number: str
    document: str = documents.Document.ID_CARD
    phone: str = ""


@transaction.atomic
def file(*, by, at: datetime, uuid: UUID, side: str, area: Area, address: str, landlords: Sequence[Given],
         tenants: Sequence[Given], dwelling=None, agency: Firm | None = None, manager: Firm | None = None,
         is_draft: bool = False, note: str = "", **terms) -> tuple[Lease, bool]:
    """The lease, and whether it is new: the same form sent again gives the same lease.

    `side` files it: who has no account gets its code, and so does each party. `terms` are fields of TERMS. Files staged
    under `uuid` become its own. Raises ValidationError (by field) for what may not be let or cannot be true, Conflict
    for a form that somebody else has sent.
    """
    if sent := _sent_before(uuid, by):
        return sent, False
    place = dwelling or area
    lease = Lease(uuid=uuid, area=dwelling.building.area if dwelling else area, dwelling=dwelling,
                  area_key=place.area_key if dwelling else area.key, address=address, agency=agency, manager=manager,
                  filed_by=side, filed_by_user=by, created_at=at, filed_at=None if is_draft else at,
                  state=State.DRAFT if is_draft else State.SUBMITTED, due_at=None if is_draft else at, **terms)
    examine(lease)
    parties = [*_parties(landlords, Party.Role.LANDLORD, at), *_parties(tenants, Party.Role.TENANT, at)]
    try:
        with transaction.atomic():
            lease.save(force_insert=True)
    except IntegrityError:
        if sent := _sent_before(uuid, by):
            return sent, False
        raise
    mine = next((party for party in parties if party.role == side), None)
    if mine:  # who files as a party has one code for both
        mine.code = lease.code
    for party in parties:
        party.lease = lease
        party.save(force_insert=True)
    Lease.objects.filter(pk=lease.pk).update(**turn(lease, at))
    attachments.claim(uuid, lease, by=by)
    write_down(lease, Act.FILE, by=by, at=at, side=side, old="", note=note)
    indicators.add_many(differences(Counter(), counted(lease)))
    return lease, True


def submit(lease: Lease, *, by, at: datetime, side: str = Filer.COMMUNITY) -> None:
    """The draft is sent in: from here on the clock runs."""
    examine(lease)
    move(lease, Act.SUBMIT, by=by, at=at, side=side, filed_at=at)


@transaction.atomic
def complete(lease: Lease, *, by, at: datetime, uuid: UUID, side: str = "", note: str = "") -> None:
    """What was asked for is there, staged under `uuid`; the clock of the registration goes on."""
    move(lease, Act.COMPLETE, by=by, at=at, side=side, note=note)
    attachments.claim(uuid, lease, by=by)


def withdraw(lease: Lease, *, by, at: datetime, side: str = "", note: str = "") -> None:
    """Taken back before it was registered."""
    move(lease, Act.WITHDRAW, by=by, at=at, side=side, note=note, ended_on=at.date())


@transaction.atomic
def correct(lease: Lease, *, by, at: datetime, note: str = "", **terms) -> None:
    """Put right what was filed, before it is registered. Raises ValidationError as `file` does."""
    for name, value in terms.items():
        setattr(lease, name, value)
    examine(lease)
    move(lease, Act.CORRECT, by=by, at=at, note=note, **terms)


def correct_party(party: Party, *, by, at: datetime, **given) -> None:
    """Put right how the papers name a party, before the lease is registered. Raises ValidationError."""
    for name, value in given.items():
        setattr(party, name, tidy(value) if name == "name" else value)
    with transaction.atomic():
        move(party.lease, Act.CORRECT, by=by, at=at)
        _prepared(party, at).save()


def examine(lease: Lease) -> None:
    """Raises ValidationError (by field) where the space may not be let, holds too many, or the days cannot be."""
    faults = {"space": fault_of_space(lease.use, lease.space),
              "people": fault_of_number(lease.use, lease.people, lease.floor_area, lease.rooms, lease.is_family,
                                        LeaseRule.room())}
    if lease.ends_on < lease.starts_on:
        faults["ends_on"] = _("The last day lies before the first.")
    elif lease.ends_on.year - lease.starts_on.year > LONGEST:
        faults["ends_on"] = _("A lease of more than 20 years is void beyond that time.")
    if found := {name: words for name, words in faults.items() if words}:
        raise ValidationError(found)


def _parties(given: Sequence[Given], role: str, at: datetime) -> list[Party]:
    return [_prepared(Party(role=role, **asdict(one) | {"name": tidy(one.name)}), at) for one in given]


def _prepared(party: Party, at: datetime) -> Party:
    """With its number normalised and checked. Raises ValidationError for `id_number`."""
    party.id_number = id_number.normalise(party.id_number)
    party.hash_numbers()
    try:
        documents.validate(party.document or documents.Document.ID_CARD, party.id_number, today=at.date())
    except ValidationError as error:
        raise ValidationError({"id_number": error}) from None
    return party


def _sent_before(uuid: UUID, by) -> Lease | None:
    lease = Lease.objects.filter(uuid=uuid).first()
    if lease and lease.filed_by_user_id != (by and by.pk):
        raise Conflict(_("This form was sent before by somebody else. Please start a new one."))
    return lease
