"""The log of a point and of a screening, in words."""

from types import SimpleNamespace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .periods import Every

VERBS = {
    "screening.written": (gettext_lazy("Result written"), "done"),
    "screening.corrected": (gettext_lazy("Result put right"), ""),
    "screening.taken_back": (gettext_lazy("Result taken back"), "alert"),
    "screening.missed": (gettext_lazy("Not done in time"), "alert"),
    "screening.registered": (gettext_lazy("Registered as a case"), ""),
    "screening.planned": (gettext_lazy("Plan changed"), ""),
    "warning.reset": (gettext_lazy("Warning reset"), "alert"),
}
EVERY = dict(Every.choices)


def lines(entries) -> list[SimpleNamespace]:
    """Entries as the timeline prints them."""
    return [_line(entry) for entry in entries]


def _line(entry) -> SimpleNamespace:
    label, tone = VERBS.get(entry.verb, (entry.verb, ""))
    return SimpleNamespace(label=label, tone=tone, actor=entry.actor_name or _("The system"), at=entry.at,
                           note=_note(entry.verb, entry.detail))


def _note(verb: str, detail: dict) -> str:
    if verb == "screening.corrected":
        return _("%(n)s disputes, before %(was)s") % {"n": detail.get("found", 0), "was": detail.get("was", 0)}
    if verb in {"screening.written", "screening.taken_back"}:
        return _("%(n)s disputes") % {"n": detail.get("found", detail.get("was", 0))}
    if verb == "screening.planned":
        if not detail.get("is_active"):
            return _("the plan rests")
        return str(EVERY.get(detail.get("every"), ""))
    return detail.get("reason", "") if verb == "warning.reset" else ""
