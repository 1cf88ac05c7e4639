"""What volunteers agree to (PIPL art. 13, 14, 31), and what follows when they take it back (art. 15)."""

from datetime import date, datetime

from django.dispatch import receiver
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _

from shuangliu.protection import consents
from shuangliu.protection.signals import consent_withdrawn

from .models import Volunteer

PURPOSE = "patrol.volunteer"


def declare() -> None:
    # Words that have been agreed to never change: new words are a new version.
    consents.declare(PURPOSE, "2026-11", _(
        "My community and the patrol leader of the town use what I write to reach me, call me up, insure me and "
        "certify my hours, and for nothing else. My name is published nowhere. Name and numbers are kept encrypted "
        "and are forgotten a year after I withdraw; of my hours the counts stay. I can withdraw at any time, without a "
        "reason. For somebody under 18 the guardian agrees."), valid_from=date(2014, 5, 1))


def words() -> str:
    return consents.text(PURPOSE, on=localdate(now())).said()


def agree(volunteer: Volunteer, *, at: datetime, form: str, by=None) -> None:
    """Written down in the transaction that makes the record."""
    consents.give(volunteer, PURPOSE, at=at, form=form, by=by, by_guardian=volunteer.is_minor_on(localdate(at)))


def end(volunteer: Volunteer, *, at: datetime, how: str, by=None) -> None:
    consents.withdraw(volunteer, PURPOSE, at=at, how=how, by=by)


@receiver(consent_withdrawn, sender=Volunteer)
def withdraws(sender, subject: Volunteer, purpose: str, by, at: datetime, **kwargs) -> None:
    """Who takes the consent back serves no more, wherever they said so."""
    from . import actions

    row = Volunteer.objects.get(pk=subject.pk)
    if purpose == PURPOSE and not row.is_over:
        actions.withdraw(row, by=by, at=at)
