"""Self-government first: candidates, their election, the charter (domain.md §3 3.4)."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import attachments

from ..models import Charter, Committee, CommitteeMember, Courtyard
from ..models.rules import is_majority
from ..states import Act, State
from .moving import locked, move


@transaction.atomic
def propose(courtyard: Courtyard, *, by, at: datetime, uuid: UUID, people: Iterable[tuple[str, str]],
            note: str = "") -> None:
    """Name who stands, each by name and phone; those named before are replaced: the list is told whole."""
    if Committee.objects.filter(uuid=uuid).exists():
        return
    locked(courtyard, Act.PROPOSE, by=by)
    courtyard.committees.filter(voted_on=None).delete()
    committee = Committee.objects.create(uuid=uuid, courtyard=courtyard, entered_by=by)
    count = _seat(committee, people)
    move(courtyard, Act.PROPOSE, by=by, at=at, note=note, said={"candidates": count})


@transaction.atomic
def elect(courtyard: Courtyard, *, by, at: datetime, elected: Iterable[CommitteeMember], chair: CommitteeMember,
          entitled: int, votes_for: int, votes_against: int, voted_on: date, term_until: date, note: str = "") -> None:
    """The vote has made some of the candidates the committee; of the others nothing is kept.

    Raises ValidationError without a majority, and where the chair was not elected.
    """
    row = locked(courtyard, Act.ELECT, by=by)
    elected = list(elected)
    _refuse_minority(votes_for, entitled)
    committee = row.committees.filter(voted_on=None).order_by("-id").first()
    if committee is None or {one.committee_id for one in elected} != {committee.pk}:
        raise ValidationError({"elected": _("Name the candidates first.")})
    if chair not in elected:
        raise ValidationError({"chair": _("The chair is one of those who were elected.")})
    committee.members.exclude(pk__in=[one.pk for one in elected]).delete()
    committee.members.filter(pk=chair.pk).update(is_chair=True)
    _dismiss(row, voted_on)
    Committee.objects.filter(pk=committee.pk).update(
        entitled=entitled, votes_for=votes_for, votes_against=votes_against, voted_on=voted_on, term_from=voted_on,
        term_until=term_until)
    _complete(courtyard, row, Act.ELECT, by=by, at=at, note=note, said={"members": len(elected), "for": votes_for})


@transaction.atomic
def re_elect(courtyard: Courtyard, *, by, at: datetime, uuid: UUID, people: Iterable[tuple[str, str]], entitled: int,
             votes_for: int, votes_against: int, voted_on: date, term_until: date, note: str = "") -> None:
    """A new committee for a new term; the first of `people` takes the chair. Raises ValidationError without a
    majority."""
    if Committee.objects.filter(uuid=uuid).exists():
        return
    row = locked(courtyard, Act.RE_ELECT, by=by)
    _refuse_minority(votes_for, entitled)
    _dismiss(row, voted_on)
    committee = Committee.objects.create(
        uuid=uuid, courtyard=row, entered_by=by, entitled=entitled, votes_for=votes_for, votes_against=votes_against,
        voted_on=voted_on, term_from=voted_on, term_until=term_until)
    count = _seat(committee, people, with_chair=True)
    move(courtyard, Act.RE_ELECT, by=by, at=at, note=note, said={"members": count, "for": votes_for})


@transaction.atomic
def charter(courtyard: Courtyard, *, by, at: datetime, uuid: UUID, entitled: int, votes_for: int, votes_against: int,
            voted_on: date, note: str = "") -> None:
    """The residents have given themselves a charter; the paper was staged with the form. Raises ValidationError without
    a majority, and without the paper."""
    if Charter.objects.filter(uuid=uuid).exists():
        return
    row = locked(courtyard, Act.CHARTER, by=by)
    _refuse_minority(votes_for, entitled)
    adopted = Charter.objects.create(uuid=uuid, courtyard=row, entered_by=by, entitled=entitled, votes_for=votes_for,
                                     votes_against=votes_against, voted_on=voted_on)
    if not attachments.claim(uuid, adopted, by=by):
        raise ValidationError({"papers": _("The charter itself is needed, as a photo or PDF.")})
    _complete(courtyard, row, Act.CHARTER, by=by, at=at, note=note, said={"for": votes_for})


def _complete(courtyard: Courtyard, row: Courtyard, act: str, *, by, at: datetime, note: str, said: dict) -> None:
    """Committee and charter together are the self-government without which nothing is built."""
    is_whole = row.committee is not None and row.charter is not None
    move(courtyard, act, by=by, at=at, note=note, to=State.GOVERNED if is_whole else State.FORMING, said=said,
         governed_at=at if is_whole else None, has_organisation=row.has_organisation or is_whole)


def _seat(committee: Committee, people: Iterable[tuple[str, str]], *, with_chair: bool = False) -> int:
    rows = [CommitteeMember(committee=committee, name=name, phone=phone, is_chair=with_chair and place == 0)
            for place, (name, phone) in enumerate(people)]
    return len(CommitteeMember.objects.bulk_create(rows))


def _dismiss(courtyard: Courtyard, day: date) -> None:
    """The term of those before is over; their names are forgotten in time."""
    CommitteeMember.objects.filter(committee__courtyard=courtyard, committee__voted_on__isnull=False,
                                   left_on=None).update(left_on=day)


def _refuse_minority(votes_for: int, entitled: int) -> None:
    if not is_majority(votes_for, entitled):
        raise ValidationError({"votes_for": _("Not adopted: more than half of %(entitled)s households are needed.")
                               % {"entitled": entitled}})
