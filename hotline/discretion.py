"""What leaves the hotline leaves without a word of who called (domain.md §5.3, PIPL art. 6)."""

from django.utils.translation import gettext as _

from shuangliu.privacy.masking import mask_numbers

from .models import Caller, Ticket


def unnamed(ticket: Ticket, text: str) -> str:
    """The text without phone and ID numbers, and without the caller's name and number however they gave them."""
    return without(ticket.caller, text)


def without(caller: Caller | None, text: str) -> str:
    if caller and text:
        for said in filter(None, (caller.phone, caller.name if len(caller.name) > 1 else "")):
            text = text.replace(said, _("the caller"))
    return mask_numbers(text)
