"""The past of a shift as its page tells it, out of the audit log."""

from types import SimpleNamespace

from django.utils.translation import gettext as _

from shuangliu import audit

from .models import Shift
from .states import Act

TONES = {Act.LATE: "alert", Act.SKIP: "alert", Act.RAISE: "alert", Act.CANCEL: "alert", Act.FINISH: "done",
         Act.END: "done"}


def trail_of(shift: Shift) -> list[SimpleNamespace]:
    """All but the check-ins, which the page shows by themselves; oldest first."""
    entries = []
    for entry in audit.history(shift):
        act = entry.verb.removeprefix("shift.")
        if act in Act.values and act != Act.CHECK_IN:
            note = shift.reason if act == Act.CANCEL else ""
            entries.append(SimpleNamespace(label=Act(act).label, at=entry.at, tone=TONES.get(act, ""), note=note,
                                           actor=entry.actor_name or _("The system")))
    return entries
