"""At the agency: yes or no, help begins and ends."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ..limits import LONGEST
from ..models import CareReferral
from ..services import Outcome, Sent
from ..states import Act
from . import aid
from .moving import move


def accept(referral: CareReferral, *, by, at: datetime, served_from: date, served_until: date, note: str = "") -> None:
    """The agency helps, from one day to another. Raises ValidationError for days that cannot be."""
    _examine(served_from, served_until, localdate(at))
    move(referral, Act.ACCEPT, by=by, at=at, note=note, served_from=served_from, served_until=served_until)


def return_(referral: CareReferral, *, by, at: datetime, sent_back: str, note: str = "") -> None:
    """Back to the registrar, with the reason: from here on the agency sees it no longer."""
    move(referral, Act.RETURN, by=by, at=at, note=note, sent_back=Sent(sent_back), served_from=None, served_until=None)


def begin(referral: CareReferral, *, by, at: datetime, served_from: date, served_until: date, note: str = "") -> None:
    """Help is given from this day on. Raises ValidationError for days that cannot be."""
    if served_from > localdate(at):
        raise ValidationError({"served_from": _("This day is still to come.")})
    _examine(served_from, served_until, localdate(at))
    move(referral, Act.BEGIN, by=by, at=at, note=note, served_from=served_from, served_until=served_until)


@transaction.atomic
def end(referral: CareReferral, *, by, at: datetime, outcome: str, note: str = "") -> None:
    """What came of it; applications that nobody decided lapse."""
    aid.lapse(referral, at=at)
    move(referral, Act.END, by=by, at=at, note=note, outcome=Outcome(outcome), ended_at=at)


def _examine(first: date, last: date, today: date) -> None:
    if last < first:
        raise ValidationError({"served_until": _("The last day lies before the first.")})
    if last < today:
        raise ValidationError({"served_until": _("This day is over.")})
    if last - first > timedelta(days=LONGEST):
        raise ValidationError({"served_until": _("A year at most; then it is asked for anew.")})
