"""People and homes can be looked up by whoever keeps the system up, masked; they are entered and changed on the pages.

Names, numbers and phones are encrypted: an administrator finds somebody by the number of the row only.
"""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.look_only import LookOnly

from .care import admin as care  # noqa: F401
from .leases import admin as leases  # noqa: F401
from .models import Building, Change, Coverage, Dwelling, Household, Merge, Person, VisitTask


class Looked(LookOnly, admin.ModelAdmin):
    """A look at a register of a million rows: newest first, nothing counted."""

    show_full_result_count = False
    ordering = ["-id"]


@admin.register(Person)
class PersonAdmin(Looked):
    list_display = ["number", "masked_name", "masked_id_number", "masked_phone", "confirmed_at"]
    fields = ["number", "masked_name", "document", "masked_id_number", "masked_phone", "masked_other_phone",
              "community_key", "confirmed_at", "created_at", "created_by"]
    list_select_related = ["created_by"]


@admin.register(Building)
class BuildingAdmin(Looked):
    list_display = ["name", "area", "use", "storeys"]
    list_select_related = ["area"]


@admin.register(Dwelling)
class DwellingAdmin(Looked):
    list_display = ["number", "address", "use", "standing", "checked_at"]
    list_select_related = ["building"]


@admin.register(Household)
class HouseholdAdmin(Looked):
    list_display = ["__str__", "dwelling"]
    list_select_related = ["dwelling__building"]


@admin.register(Change)
class ChangeAdmin(Looked):
    """That something was changed, not what it was."""

    list_display = ["at", "act", "source", "by"]
    fields = ["person", "dwelling", "act", "source", "by", "at"]
    list_select_related = ["by"]


@admin.register(Merge)
class MergeAdmin(Looked):
    list_display = ["at", "kept_number", "gone_number", "by", "undone_at"]
    fields = ["kept_number", "gone_number", "reason", "by", "at", "undone_by", "undone_at"]
    list_select_related = ["kept", "gone", "by"]

    @admin.display(description=_("kept"))
    def kept_number(self, row):
        return row.kept.number

    @admin.display(description=_("gone"))
    def gone_number(self, row):
        return row.gone.number


@admin.register(VisitTask)
class VisitTaskAdmin(Looked):
    list_display = ["number", "purpose", "state", "due_on", "result", "asked_by"]
    list_select_related = ["asked_by"]


@admin.register(Coverage)
class CoverageAdmin(Looked):
    list_display = ["area_key", "dwellings", "fresh", "people", "counted_at"]
