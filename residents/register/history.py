"""What was changed, as the pages tell it: before and after, masked."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shuangliu.privacy import masking
from shuangliu.privacy.documents import Document

from ..models import Change, Dwelling, Permit, Person
from ..models.homes import BuildingUse
from ..models.people import Sex

ACTS = {
    "register": gettext_lazy("Entered into the register"), "correct": gettext_lazy("Put right"),
    "confirm": gettext_lazy("Confirmed as true"), "move-in": gettext_lazy("Moved in"),
    "move-out": gettext_lazy("Moved out"), "merge": gettext_lazy("Merged with another record"),
    "unmerge": gettext_lazy("Merge taken back"), "permit": gettext_lazy("Permit written down"),
    "join": gettext_lazy("Joined a household"), "leave": gettext_lazy("Left a household"),
    "relate": gettext_lazy("Relation changed"), "check": gettext_lazy("Seen on a visit"),
}
FIELDS = {"home": gettext_lazy("Home"), "household": gettext_lazy("household"),
          "relation": gettext_lazy("relation to the head"), "permit_kind": gettext_lazy("kind"),
          "permit_number": gettext_lazy("permit number"), "permit_issued_on": gettext_lazy("issued on"),
          "permit_expires_on": gettext_lazy("expires on")}
MASKS = {"name": masking.mask_name, "id_number": masking.mask_id_number, "phone": masking.mask_phone,
         "other_phone": masking.mask_phone, "permit_number": masking.mask_id_number}
HIDDEN = {"origin_address", "employer", "born_on", "number_as_shown"}  # that they changed, not to what
WORDS = {"sex": Sex, "document": Document, "use": BuildingUse, "standing": Dwelling.Standing,
         "permit_kind": Permit.PermitKind}


def entries(matter: Person | Dwelling, most: int = 50) -> list[dict]:
    """For parts/_timeline.html, newest first."""
    return [{"label": ACTS.get(change.act, change.act), "actor": change.by, "at": change.at, "note": _note(change)}
            for change in matter.changes.select_related("by").order_by("-id")[:most]]


def _note(change: Change) -> str:
    said = [f"{_label(change, name)}: {masked(name, old) or '—'} → {masked(name, new) or '—'}"
            for name, (old, new) in change.pairs.items()]
    return " · ".join(filter(None, [*said, change.note, change.get_source_display()]))


def masked(name: str, value: str) -> str:
    """A value of a change as it may be shown."""
    if not value:
        return ""
    if name in HIDDEN:
        return "***"
    if name in MASKS:
        return MASKS[name](value)
    if name in WORDS:
        return str(dict(WORDS[name].choices).get(value, value))
    return {"True": _("Yes"), "False": _("No")}.get(value, value)


def _label(change: Change, name: str) -> str:
    if name in FIELDS:
        return str(FIELDS[name])
    model = Person if change.person_id else Dwelling
    return str(model._meta.get_field(name).verbose_name)
