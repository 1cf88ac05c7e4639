"""The past of a volunteer as the page tells it, from the audit log."""

from types import SimpleNamespace

from django.utils.translation import gettext_lazy as _

from shuangliu import audit

from .models import Volunteer
from .states import Act

SAID = {f"volunteer.{act}": act.label for act in Act} | {
    "consent.given": _("Consent given"), "consent.withdrawn": _("Consent withdrawn"),
    "volunteer.forget": _("Name and numbers forgotten")}


def trail_of(volunteer: Volunteer) -> list[SimpleNamespace]:
    """Oldest first; looks are not told here."""
    return [SimpleNamespace(label=SAID[entry.verb], actor=entry.actor_name, at=entry.at, note="", tone="")
            for entry in audit.history(volunteer) if entry.verb in SAID]
