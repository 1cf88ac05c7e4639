"""Looking somebody up: their number here, an ID number, a phone or a whole name, among those whom the desk sees."""

import re
import unicodedata
from datetime import datetime

from shuangliu import audit

from .models import Volunteer

MOST = 50
PHONE = re.compile(r"(?:\+?86)?(1\d{10}|0\d{9,11})")


def find(typed: str, *, by, at: datetime) -> list[Volunteer]:
    """The look-up is remembered, and of whom; what was typed is not."""
    text = unicodedata.normalize("NFKC", typed).strip()
    visible, bare = Volunteer.objects.visible_to(by), re.sub(r"[\s-]", "", text).upper()
    if bare.startswith("ZY"):
        return list(visible.numbered(bare).for_list())
    if phone := PHONE.fullmatch(bare):
        rows = visible.with_phone(phone[1])
    elif any(mark.isdigit() for mark in bare):
        rows = visible.with_id(bare)
    else:
        rows = visible.named(text)
    found = list(rows.for_list().order_by("-id")[:MOST])
    for one in found:
        audit.record("volunteer.looked_up", one, by=by, at=at)
    return found
