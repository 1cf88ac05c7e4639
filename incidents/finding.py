"""What somebody types into the search box: the number of an incident, the phone of a reporter, or words."""

import re
import unicodedata
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from shuangliu import audit, search
from shuangliu.accounts.models import User
from shuangliu.pages import keyset
from shuangliu.privacy.masking import mask_numbers

from .models import Incident

# As it is printed: with SJ before it, or eight digits at least. Fewer may be of a house.
NUMBER = re.compile(r"SJ\d{1,18}|\d{8,18}", re.IGNORECASE)
NEWEST = ("-id",)
PRIVATE = _("Leave phone and ID numbers out of what you search for: addresses are kept in too many places. A phone "
            "number that stands alone is looked up by the search box.")
PHONE = re.compile(r"(?:\+?86)?(1\d{10})")


def phone_in(typed: str) -> str | None:
    """The mobile number that this is, however it is spaced; None for anything else."""
    found = PHONE.fullmatch(re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", typed)))
    return found and found[1]


def number_in(typed: str) -> str | None:
    """The number of an incident that this is; None for anything else."""
    return typed if NUMBER.fullmatch(typed) and not phone_in(typed) else None


def is_private(typed: str) -> bool:
    """Whether a phone or ID number is in it, alone or among words: that belongs into no address."""
    plain = unicodedata.normalize("NFKC", typed)
    return phone_in(typed) is not None or mask_numbers(plain) != plain


def page_of(form, rows, at: datetime, *, order, after: str | None, size: int = 50, around=None) -> keyset.Page:
    """The page of a list that its filters ask for, after a cursor, however it is found fastest. `around`: those in
    which to look for words first, if an index does not give `rows` themselves in order. Raises BadCursor."""
    if not form.text:
        return keyset.page(form.narrow(rows, at).for_queue(), order=order, after=after, size=size)
    near = form.narrow(rows, at, by_index=False).for_queue()
    if order != NEWEST:
        # Work in hand is little: to read it costs less than to sort what the index finds in the whole history.
        return keyset.page(near, order=order, after=after, size=size)
    found = form.narrow(rows, at).for_queue()
    return search.newest(found, near=near, around=rows if around is None else around, after=after, size=size)


@transaction.atomic
def reporter_of(phone: str, *, by, at: datetime) -> int:
    """The key of the person with this phone, 0 for none, and for one who reported nothing that `by` may see: nobody
    learns here whose number exists. The look-up is remembered, the phone is not."""
    found = User.objects.filter(phone_hash__of=phone).order_by("-is_active", "-pk").first()
    audit.record("incident.reporter_looked_up", found, by=by, at=at)
    if found is None or not Incident.objects.visible_to(by).filter(reporter=found).exists():
        return 0
    return found.pk
