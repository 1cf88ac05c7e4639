"""What befalls a registered lease: asked for by the parties, entered by the registrar."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu import attachments
from shuangliu.pages.conflict import Conflict

from ..limits import RENEW_AFTER
from ..models import Asked, Lease, Party
from ..states import Act, State
from .deciding import examine_dwelling
from .filing import examine
from .moving import check, move

CHANGEABLE = ("part", "space", "use", "floor_area", "rooms", "people", "is_family", "rent")


@transaction.atomic
def ask(lease: Lease, *, by, at: datetime, uuid: UUID, kind: str, side: str, ends_on: date | None = None,
        rent: str = "", note: str = "") -> Asked:
    """A party asks for a change, a renewal or the end; files staged under `uuid` go with it. The same form sent again
    changes nothing. Raises LeaseMoved, ValidationError for a day that cannot be, Conflict while another request is
    open."""
    if sent := Asked.objects.filter(uuid=uuid, lease=lease).first():
        return sent
    check(lease, Act.ASK, by=by)
    if kind == Asked.Kind.RENEW:
        _later(lease, ends_on, at)
    elif lease.state == State.EXPIRED:
        raise Conflict(_("The lease has run out: it can only be renewed."), matter=lease)
    try:
        with transaction.atomic():
            asked = Asked.objects.create(uuid=uuid, lease=lease, kind=kind, side=side, by=by, at=at, ends_on=ends_on,
                                         rent=rent, note=note)
    except IntegrityError:
        raise Conflict(_("Something has been asked for this lease already and is not decided yet."),
                       matter=lease) from None
    attachments.claim(uuid, asked, by=by)
    move(lease, Act.ASK, by=by, at=at, side=side, note=asked.get_kind_display())
    return asked


@transaction.atomic
def decline(lease: Lease, *, by, at: datetime, reason: str) -> None:
    """What was asked for is not entered, for a reason. Raises Conflict when nothing was asked for."""
    check(lease, Act.DECLINE, by=by)
    if not _decline(lease, by=by, at=at, why=reason):
        raise Conflict(_("Nothing is asked for this lease any more."), matter=lease)
    move(lease, Act.DECLINE, by=by, at=at, note=reason)


@transaction.atomic
def change(lease: Lease, *, by, at: datetime, note: str = "", **terms) -> None:
    """变更. Fields of CHANGEABLE; the certificate is issued anew. Raises ValidationError as filing does."""
    check(lease, Act.CHANGE, by=by)
    for name, value in terms.items():
        setattr(lease, name, value)
    examine(lease)
    examine_dwelling(lease)
    _grant(lease, Asked.Kind.CHANGE, by=by, at=at)
    move(lease, Act.CHANGE, by=by, at=at, note=note, edition=lease.edition + 1, **terms)


@transaction.atomic
def renew(lease: Lease, *, by, at: datetime, ends_on: date, rent: str = "", note: str = "") -> None:
    """续租. On to a later day, from the day after the old last one; the certificate is issued anew. Raises
    ValidationError for a day that is not later, Conflict when it ran out too long ago."""
    check(lease, Act.RENEW, by=by)
    _later(lease, ends_on, at)
    lease.ends_on = ends_on
    examine(lease)
    examine_dwelling(lease)
    _grant(lease, Asked.Kind.RENEW, by=by, at=at)
    move(lease, Act.RENEW, by=by, at=at, note=note, ends_on=ends_on, rent=rent or lease.rent, ended_on=None,
         reminded_at=None, edition=lease.edition + 1)


@transaction.atomic
def end(lease: Lease, *, by, at: datetime, ended_on: date, note: str = "") -> None:
    """终止. Before its time. Raises ValidationError for a day outside the lease, or to come."""
    check(lease, Act.END, by=by)
    if ended_on > localdate(at) or not lease.starts_on <= ended_on <= lease.ends_on:
        raise ValidationError({"ended_on": _("A day of the lease, today at the latest.")})
    _grant(lease, Asked.Kind.END, by=by, at=at)
    _drop(lease, by=by, at=at)
    move(lease, Act.END, by=by, at=at, note=note, ended_on=ended_on)


@transaction.atomic
def leave(party: Party, *, by, at: datetime, side: str = Party.Role.TENANT) -> None:
    """A tenant ends the own entry: their word is enough. The last one who leaves ends the lease. Twice changes nothing.
    Raises LeaseMoved."""
    lease = Lease.objects.select_for_update(of=("self",)).get(pk=party.lease_id)
    if party.role != Party.Role.TENANT or Party.objects.filter(pk=party.pk, left_on__isnull=False).exists():
        return
    check(lease, Act.LEAVE, by=by)
    today = localdate(at)
    Party.objects.filter(pk=party.pk).update(left_on=today)
    others = lease.parties.filter(role=Party.Role.TENANT, left_on=None).exists()
    if others:
        move(lease, Act.LEAVE, by=by, at=at, side=side, to=State.CHANGED, people=max(lease.people - 1, 1),
             edition=lease.edition + 1)
    else:
        _drop(lease, by=by, at=at)
        move(lease, Act.LEAVE, by=by, at=at, side=side, to=State.ENDED, ended_on=today)
    party.refresh_from_db()


def _later(lease: Lease, ends_on: date | None, at: datetime) -> None:
    if ends_on is None or ends_on <= lease.ends_on:
        raise ValidationError({"ends_on": _("A renewal ends later than %(day)s.") % {"day": lease.ends_on}})
    if localdate(at) > lease.ends_on + RENEW_AFTER:
        raise Conflict(_("It ran out more than 30 days ago. Please file the new lease."), matter=lease)


def _grant(lease: Lease, kind: str, *, by, at: datetime) -> None:
    """The request for just this is granted; one for something else stays open."""
    lease.asked.filter(answer="", kind=kind).update(answer=Asked.Answer.GRANTED, answered_at=at, answered_by=by)


def _drop(lease: Lease, *, by, at: datetime) -> None:
    """What is still asked for has no lease any more."""
    _decline(lease, by=by, at=at, why=_("The lease has ended."))


def _decline(lease: Lease, *, by, at: datetime, why: str) -> int:
    return lease.asked.filter(answer="").update(answer=Asked.Answer.DECLINED, answered_at=at, answered_by=by, why=why)
