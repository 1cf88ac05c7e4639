"""The past of a lease as its page tells it."""

from types import SimpleNamespace

from django.utils.translation import gettext as _

from .models import Lease
from .states import Act

TONES = {
    **dict.fromkeys((Act.REFUSE, Act.LATE, Act.RAISE, Act.DECLINE), "alert"),
    **dict.fromkeys((Act.WARN, Act.REMIND, Act.NEED_MORE), "soon"),
    **dict.fromkeys((Act.REGISTER, Act.RENEW, Act.CHANGE), "done"),
}


def trail_of(lease: Lease) -> list[SimpleNamespace]:
    """The moves, oldest first, as the timeline prints them; the last one of an open lease is where it stands."""
    entries = [SimpleNamespace(label=move.get_act_display(), at=move.at, note=move.note, tone=TONES.get(move.act, ""),
                               actor=move.by or move.get_side_display() or _("The system"))
               for move in lease.moves.select_related("by")]
    if entries and lease.is_open and not entries[-1].tone:
        entries[-1].tone = "now"
    return entries
