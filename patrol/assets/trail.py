"""The past of a camera as its page tells it."""

from types import SimpleNamespace

from django.utils.translation import gettext as _

from .models import Camera
from .states import Act

TONES = {Act.REPORT: "alert", Act.BREAK: "alert", Act.RESTORE: "done"}


def trail_of(camera: Camera) -> list[SimpleNamespace]:
    """The moves, oldest first, as the timeline prints them."""
    return [SimpleNamespace(label=move.get_act_display(), at=move.at, note=move.note, tone=TONES.get(move.act, ""),
                            actor=move.by or _("The system")) for move in camera.moves.select_related("by")]
