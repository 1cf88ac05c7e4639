"""What people agree to when they write, in its versions (PIPL art. 14, 17).

Words that have been agreed to never change: new words are a new version, put first.
"""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ..models import Consent, Ticket

VERSION = "2026-11"
WORDS = {
    "2026-11": _(
        "The county hotline uses what I write, the place and my photos to have this matter settled, and my phone and "
        "name, if I give them, only to answer me. The office that handles it does not learn who I am. Contact data are "
        "masked 180 days after the matter is closed. I can take this consent back at any time."),
}


def words() -> str:
    return WORDS[VERSION]


def agree(ticket: Ticket, *, at: datetime) -> None:
    """Written down in the transaction that makes the ticket."""
    Consent.objects.create(ticket=ticket, version=VERSION, at=at)
