"""How much of what a caller said is shown where: the one rule for it (domain.md §5.3, PIPL art. 6).

Whoever opens a ticket in the hotline reads it whole. A list, which shows tickets that nobody has opened, masks the
numbers in it (`glimpse`). What leaves the hotline leaves without who called, too (`unnamed`).
"""

from django.utils.translation import gettext as _

from shuangliu import search
from shuangliu.privacy.masking import mask_numbers

from .models import Caller, Ticket

GLIMPSE = 60  # characters


def glimpse(text: str, words: list[str] | tuple = (), most: int = GLIMPSE) -> str:
    """As much of what was said as a row of a list has room for, round the `words` that were searched for, without phone
    and ID numbers."""
    return search.excerpt(mask_numbers(text), words, most)


def stored(said: dict) -> dict:
    """Fields of a ticket as they are kept: numbers masked where everybody who has the database could read them, the
    whole of the content encrypted beside it."""
    kept = {name: mask_numbers(text) if name in ("content", "place") else text for name, text in said.items()}
    if "content" in said:
        kept["whole"] = said["content"] if kept["content"] != said["content"] else ""
    return kept


def unnamed(ticket: Ticket, text: str) -> str:
    """The text without phone and ID numbers, and without the caller's name and number however they gave them."""
    return without(ticket.caller, text)


def without(caller: Caller | None, text: str) -> str:
    if caller and text:
        for said in filter(None, (caller.phone, caller.name if len(caller.name) > 1 else "")):
            text = text.replace(said, _("the caller"))
    return mask_numbers(text)
