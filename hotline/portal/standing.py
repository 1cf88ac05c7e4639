"""What who knows number and code may see of a ticket: how far it is, the reply, the dates. No name, no phone, no words
of theirs, no office's inner matters (domain.md §5.3)."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from hotline.actions import may_be_reopened
from hotline.guard.hiding import hidden_parts
from hotline.models import Ticket
from hotline.progress import progress
from hotline.states import OPEN, State
from shuangliu.privacy.masking import mask_numbers

# Before, a supervisor of the hotline has not read it yet.
READ = frozenset({State.ANSWERED, State.FOLLOW_UP, State.CLOSED, State.ARCHIVED})
WORDS = {State.REPLIED: _("Handled; the hotline is reading the reply"), State.FOLLOW_UP: _("Handled and replied"),
         State.CLOSED: _("Settled"), State.ARCHIVED: _("Settled"), State.RETURNED: _("Being sent to another office"),
         State.INVALID: _("Not taken on")}


@dataclass(frozen=True)
class Standing:
    """A ticket as its caller sees it. `main` is the earlier ticket that it repeats, else itself."""

    ticket: Ticket
    main: Ticket
    words: str
    reply: str
    is_hidden: bool
    may_judge: bool
    may_reopen: bool
    may_remark: bool


def standing(ticket: Ticket, at: datetime) -> Standing:
    main = ticket.joined_to or ticket
    is_hidden = bool({(main.pk, "answer")} & hidden_parts([main.pk]))
    shown = main.answer if main.state in READ and not is_hidden else ""
    return Standing(
        ticket=ticket, main=main, words=str(WORDS.get(main.state) or progress(main)), reply=mask_numbers(shown),
        is_hidden=is_hidden and main.state in READ,
        may_judge=main is ticket and main.state in (State.FOLLOW_UP, State.CLOSED) and not main.satisfaction,
        may_reopen=main is ticket and may_be_reopened(ticket, at), may_remark=main.state in OPEN)
