"""The past of a ticket as its page tells it."""

from types import SimpleNamespace

from django.utils.translation import gettext as _

from .models import Ticket
from .states import Act

TONES = {
    **dict.fromkeys((Act.RETURN, Act.EXPIRE, Act.RAISE, Act.SEND_BACK, Act.REOPEN, Act.URGE, Act.CRITICISE), "alert"),
    **dict.fromkeys((Act.WARN, Act.REMIND, Act.EXTEND, Act.REST), "soon"),
    **dict.fromkeys((Act.ANSWER, Act.REPLY, Act.REVIEW), "done"),
}


def trail_of(ticket: Ticket) -> list[SimpleNamespace]:
    """The moves, oldest first, as the timeline prints them; the last one of an open ticket is where it stands."""
    entries = [SimpleNamespace(label=move.get_act_display(), actor=move.by or _actor(move.act), at=move.at,
                               note=move.note, tone=TONES.get(move.act, ""))
               for move in ticket.moves.select_related("by")]
    if entries and ticket.is_open and not entries[-1].tone:
        entries[-1].tone = "now"
    return entries


def _actor(act: str) -> str:
    """Who did it, where it was nobody of the hotline."""
    if act in (Act.RETURN, Act.REPLY, Act.EXTEND, Act.REST, Act.WAKE):
        return _("The office")
    if act in (Act.RECEIVE, Act.DISPATCH, Act.JUDGE, Act.REOPEN):
        return _("The caller")
    return _("The system")
