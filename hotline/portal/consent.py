"""What people agree to when they write (PIPL art. 14, 17), and what follows when they take it back (art. 15)."""

from datetime import date, datetime
from uuid import uuid5

from django.dispatch import receiver
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _

from shuangliu.protection import consents
from shuangliu.protection.signals import consent_withdrawn
from shuangliu.subjects import actions
from shuangliu.subjects.states import Kind

from ..models import Ticket

PURPOSE = "hotline.portal"


def declare() -> None:
    # Words that have been agreed to never change: new words are a new version.
    consents.declare(PURPOSE, "2026-11", _(
        "The county hotline uses what I write, the place and my photos to have this matter settled, and my phone and "
        "name, if I give them, only to answer me. The office that handles it does not learn who I am. Contact data are "
        "masked 180 days after the matter is closed. I can take this consent back at any time."),
        valid_from=date(2014, 5, 1))


def words() -> str:
    return consents.text(PURPOSE, on=localdate(now())).said()


def agree(ticket: Ticket, *, at: datetime) -> None:
    """Written down in the transaction that makes the ticket."""
    consents.give(ticket, PURPOSE, at=at, form="online")


def withdraw(ticket: Ticket, *, at: datetime) -> None:
    """Processing by consent ends now; a second time changes nothing."""
    consents.withdraw(ticket, PURPOSE, at=at, how="online")


@receiver(consent_withdrawn, sender=Ticket)
def becomes_work(sender, subject: Ticket, purpose: str, by, at: datetime, **kwargs) -> None:
    """What follows from it is the supervisor's to see to: no machine deletes (art. 24, 47). Taken back at a desk, it is
    that already."""
    if purpose == PURPOSE and by is None:
        actions.ask(at=at, uuid=uuid5(subject.uuid, "withdraw"), kind=Kind.WITHDRAW, area_key=subject.area_key,
                    about=subject, phone=phone_of(subject))


def phone_of(ticket: Ticket) -> str:
    """Where its caller is called back; "" for an anonymous one."""
    return ticket.caller.phone if ticket.caller else ""
