"""Who the parties are, and who speaks for them: written down, corrected, taken out.

The audit log says which side and which fields, and nothing of what stands in them.
"""

import uuid as uuids
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shuangliu import attachments, audit
from shuangliu.attachments.models import Role
from shuangliu.privacy import id_number as id_numbers

from ..models import Case, Consent, Party, Representative, Session
from ..states import Act
from .moving import CaseMoved, check

PARTIES_STAY = gettext_lazy("The parties have met already: who they are stays; mistakes are corrected with a reason.")


@dataclass(frozen=True)
class PartyGiven:
    """A party as stated at the window; all but side and name may be unknown. `consent` is the form in which the party
    was told its rights and agreed to mediation already: written | oral | electronic."""

    role: str  # applicant | respondent
    name: str
    id_number: str = ""
    phone: str = ""
    is_organisation: bool = False
    document: str = ""
    sex: str = ""
    born_on: date | None = None
    occupation: str = ""
    address: str = ""
    contact: str = ""
    is_spokesperson: bool = False
    consent: str = ""


FIELDS = ("role", "name", "id_number", "phone", "is_organisation", "document", "occupation", "address", "contact",
          "is_spokesperson")


class TwicePresent(ValidationError):
    """The number belongs to another party of the case."""

    field = "id_number"


def unsaved(case: Case, given: PartyGiven) -> Party:
    """The party as a row. Sex and birthday are kept only where no number tells them."""
    party = Party(case=case, **{name: getattr(given, name) for name in FIELDS})
    party.id_number = id_numbers.normalise(party.id_number)
    party.hash_numbers()
    party.stated_sex = given.sex
    party.stated_birthday = given.born_on.isoformat() if given.born_on else ""
    return _without_repetition(party)


def _without_repetition(party: Party) -> Party:
    stated = party.stated_sex, party.stated_birthday
    party.stated_sex = party.stated_birthday = ""
    party.stated_sex, party.stated_birthday = "" if party.sex else stated[0], "" if party.born_on else stated[1]
    return party


def write_down(case: Case, given: Iterable[PartyGiven], *, by, at: datetime) -> list[Party]:
    """Store the parties of a new case, and that they were told their rights and agree where they said so."""
    given = list(given)
    parties = Party.objects.bulk_create([unsaved(case, one) for one in given])
    Consent.objects.bulk_create(
        Consent(party=party, what=what, form=one.consent, said_at=at, recorded_at=at, by=by)
        for party, one in zip(parties, given, strict=True) if one.consent
        for what in (Consent.What.TOLD, Consent.What.AGREES))
    return parties


def has_met(case: Case) -> bool:
    """Whether there has been a session: from then on who the parties are is settled."""
    return Session.objects.filter(case=case).exists()


@transaction.atomic
def add_party(case: Case, *, by, at: datetime, party: PartyGiven) -> Party:
    """One more party, before anybody has met. Raises CaseMoved, TwicePresent."""
    check(case, Act.ADD_PARTY)
    _before_meeting(case)
    _once(case, id_numbers.normalise(party.id_number))
    added, = write_down(case, [party], by=by, at=at)
    audit.record("case.party_added", case, by=by, at=at, party=added.label)
    return added


@transaction.atomic
def correct_party(case: Case, *, by, at: datetime, party: Party, changes: dict, reason: str = "") -> None:
    """Put right what was written down; after the first session with a reason. Raises CaseMoved, TwicePresent."""
    check(case, Act.CORRECT_PARTY)
    if not changes:
        return
    if not reason and has_met(case):
        raise CaseMoved(_("The parties have met: a correction needs a reason."), matter=case)
    for name, value in changes.items():
        setattr(party, name, value)
    _once(case, party.id_number, besides=party)
    party.hash_numbers()
    _without_repetition(party).save()
    audit.record("case.party_corrected", case, by=by, at=at, party=party.label, fields=sorted(changes), why=reason)


@transaction.atomic
def remove_party(case: Case, *, by, at: datetime, party: Party, reason: str) -> None:
    """Take out who is no party, before anybody has met. Raises CaseMoved."""
    check(case, Act.REMOVE_PARTY)
    _before_meeting(case)
    audit.record("case.party_removed", case, by=by, at=at, party=party.label, why=reason)
    party.delete()


@transaction.atomic
def represent_party(case: Case, *, by, at: datetime, party: Party, kind: str, name: str, document: str = "",
                    id_number: str = "", phone: str = "", relation: str = "", powers: str = "",
                    authorised_on: date | None = None, draft: uuids.UUID | None = None) -> Representative:
    """Somebody speaks for a party from now on; the signed paper is what was staged under `draft`. Raises CaseMoved."""
    check(case, Act.REPRESENT)
    speaker = Representative.objects.create(
        party=party, kind=kind, name=name, document=document, id_number=id_numbers.normalise(id_number), phone=phone,
        relation=relation, powers=powers, authorised_on=authorised_on, added_at=at)
    if draft:
        attachments.claim(draft, speaker, by=by, role=Role.PAPER)
    audit.record("case.represented", case, by=by, at=at, party=party.label, kind=kind, powers=powers)
    return speaker


@transaction.atomic
def dismiss_representative(case: Case, *, by, at: datetime, representative: Representative) -> None:
    """Somebody speaks for a party no longer. A second time changes nothing. Raises CaseMoved."""
    check(case, Act.DISMISS)
    rows = Representative.objects.filter(pk=representative.pk, ended_at=None)
    if rows.update(ended_at=at):
        audit.record("case.dismissed", case, by=by, at=at, party=representative.party.label, kind=representative.kind)


def _before_meeting(case: Case) -> None:
    if has_met(case):
        raise CaseMoved(PARTIES_STAY, matter=case)


def _once(case: Case, number: str, besides: Party | None = None) -> None:
    if number and any(party.id_number == number for party in case.parties.exclude(pk=besides and besides.pk)):
        raise TwicePresent(_("This person is entered already."))
