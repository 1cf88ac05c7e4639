"""The past of a courtyard as its page tells it."""

from types import SimpleNamespace

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from .models import Courtyard
from .states import Act

TONES = {
    **dict.fromkeys((Act.LATE, Act.RAISE, Act.RELAPSE, Act.SEND_BACK), "alert"),
    Act.WARN: "soon",
    **dict.fromkeys((Act.APPROVE, Act.ACCEPT, Act.SETTLE), "done"),
}
IN_A_ROW = {Act.ITEM, Act.PROGRESS}


def trail_of(courtyard: Courtyard) -> list[SimpleNamespace]:
    """The moves, oldest first, as the timeline prints them; what one person entered in a row on a day is one entry."""
    entries, last = [], None
    for move in courtyard.moves.select_related("by"):
        same = (move.act, move.by_id, localdate(move.at))
        if same == last and move.act in IN_A_ROW:
            entries[-1].note += f" · {move.note}"
            continue
        last = same
        entries.append(SimpleNamespace(label=move.get_act_display(), at=move.at, note=move.note,
                                       tone=TONES.get(move.act, ""), actor=move.by or _("The system")))
    if entries and courtyard.due_at and not entries[-1].tone:
        entries[-1].tone = "now"
    return entries
