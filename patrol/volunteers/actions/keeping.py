"""What the community writes down of a volunteer, lets pause and end."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from .. import consent
from ..models import Insurance, Training, Volunteer
from ..states import Act
from .moving import lock, move


def suspend(volunteer: Volunteer, *, by, at: datetime, reason: str) -> Volunteer:
    return move(volunteer, Act.SUSPEND, by=by, at=at, reason=reason)


def resume(volunteer: Volunteer, *, by, at: datetime) -> Volunteer:
    return move(volunteer, Act.RESUME, by=by, at=at, reason="")


@transaction.atomic
def withdraw(volunteer: Volunteer, *, by, at: datetime) -> Volunteer:
    """By the volunteer, or entered at the desk: no reason is asked for. Teams and open call-ups end, the consent ends,
    and in a year name and numbers are forgotten (patrol/volunteers/forgetting.py)."""
    row = move(volunteer, Act.WITHDRAW, by=by, at=at, ended_on=localdate(at), reason="")
    row.memberships.filter(left_on=None).update(left_on=localdate(at))
    row.invitations.filter(call_up__ends_at__gt=at).delete()
    consent.end(row, at=at, how="written" if by else "online", by=by)
    return row


@transaction.atomic
def train(volunteer: Volunteer, *, by, at: datetime, course: str, held_on: date) -> Training:
    """A second time the same course of the same day changes nothing."""
    row = lock(volunteer, Act.TRAIN)
    training, is_new = Training.objects.get_or_create(volunteer=row, course=course, held_on=held_on,
                                                      defaults={"by": by})
    if is_new:
        move(row, Act.TRAIN, by=by, at=at, detail={"course": course, "held_on": str(held_on)})
    return training


@transaction.atomic
def insure(volunteer: Volunteer, *, by, at: datetime, insurer: str, policy: str, starts_on: date,
           ends_on: date) -> Insurance:
    """Raises ValidationError for days the wrong way round, and for a policy that is written down already."""
    if ends_on < starts_on:
        raise ValidationError({"ends_on": _("The last day lies before the first.")})
    row = lock(volunteer, Act.INSURE)
    try:
        with transaction.atomic():
            made = Insurance.objects.create(volunteer=row, insurer=insurer, policy=policy, starts_on=starts_on,
                                            ends_on=ends_on, by=by)
    except IntegrityError:
        raise ValidationError({"policy": _("This policy is written down already.")}) from None
    until = max(ends_on, row.insured_until or ends_on)
    move(row, Act.INSURE, by=by, at=at, insured_until=until, detail={"until": str(ends_on)})
    return made


def bind(volunteer: Volunteer, *, by, at: datetime, user) -> Volunteer:
    """The account with which they sign in; None looses it. Raises ValidationError for one that is another's."""
    try:
        return move(volunteer, Act.BIND, by=by, at=at, user=user, detail={"account": user.pk if user else None})
    except IntegrityError:
        raise ValidationError({"user": _("This account belongs to another volunteer.")}) from None
