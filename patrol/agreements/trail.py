"""The past of an agreement as its page tells it."""

from types import SimpleNamespace

from django.utils.translation import gettext as _

from .models import FourPartyAgreement
from .states import Act

TONES = {Act.ACTIVATE: "done", Act.SUCCEED: "done", Act.REMIND: "soon", Act.UNSIGN: "alert", Act.TERMINATE: "alert"}


def trail_of(agreement: FourPartyAgreement) -> list[SimpleNamespace]:
    """The moves, oldest first, as the timeline prints them."""
    return [SimpleNamespace(label=move.get_act_display(), at=move.at, note=move.note, tone=TONES.get(move.act, ""),
                            actor=move.by or _("The system")) for move in agreement.moves.select_related("by")]
