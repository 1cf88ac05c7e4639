"""What happened to something of the network, in words: read from the audit log."""

from types import SimpleNamespace

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shuangliu import audit

# audit verb without the noun: label, tone of the timeline
SAID = {
    "added": (gettext_lazy("Written down"), ""),
    "edited": (gettext_lazy("Changed"), ""),
    "retired": (gettext_lazy("Taken out of service"), "alert"),
    "restored": (gettext_lazy("Taken back into service"), "done"),
    "member-added": (gettext_lazy("Member added"), ""),
    "member-edited": (gettext_lazy("Member changed"), ""),
    "hours-set": (gettext_lazy("Opening hours set"), ""),
    "days-closed": (gettext_lazy("Days closed"), ""),
    "days-opened": (gettext_lazy("Closed days taken back"), ""),
    "training-added": (gettext_lazy("Training written down"), ""),
    "training-removed": (gettext_lazy("Training taken out"), ""),
    "certificate-added": (gettext_lazy("Certificate written down"), ""),
    "certificate-removed": (gettext_lazy("Certificate taken out"), ""),
    "ground-declared": (gettext_lazy("Tie declared"), ""),
    "ground-withdrawn": (gettext_lazy("Tie withdrawn"), ""),
    "held": (gettext_lazy("Meeting written down"), ""),
    "decided": (gettext_lazy("Decision written down"), ""),
    "decision-done": (gettext_lazy("Decision carried out"), "done"),
    "decision-dropped": (gettext_lazy("Decision withdrawn"), ""),
    "decision-reopened": (gettext_lazy("Decision taken up again"), "alert"),
    "decision-extended": (gettext_lazy("Decision extended"), ""),
    "decision-warned": (gettext_lazy("Decision due soon"), "alert"),
    "decision-overdue": (gettext_lazy("Decision overdue"), "alert"),
    "decision-raised": (gettext_lazy("Decision long overdue"), "alert"),
}


def history(row: models.Model) -> list[SimpleNamespace]:
    """The timeline, oldest first. Changes made in the administration are there too, without what they say."""
    lines = []
    for entry in audit.history(row):
        label, tone = SAID.get(entry.verb.partition(".")[2], (entry.verb, ""))
        lines.append(SimpleNamespace(label=label, actor=entry.actor_name or _("The system"), at=entry.at, tone=tone,
                                     note=_note(row, entry.detail)))
    return lines


def _note(row: models.Model, detail: dict) -> str:
    if fields := detail.get("fields"):
        return ", ".join(_label(row, name) for name in fields)
    if "first" in detail:
        return f"{detail['first']} — {detail['last']}"
    return str(detail.get("reason") or detail.get("until") or "")


def _label(row: models.Model, name: str) -> str:
    try:
        return str(row._meta.get_field(name).verbose_name)
    except FieldDoesNotExist:  # what the form calls by another name
        return name
