"""The network, the categories and the limits are kept here; cases can only be looked up, without what was said."""

from django.contrib import admin

from grids.rule_admin import RuleAdmin
from shuangliu.pages.look_only import LookOnly

from .after import admin as after  # noqa: F401
from .models import (
    Case,
    DisputeCategory,
    MediationCenter,
    MediationOrg,
    MediationRoute,
    MediationWindow,
    Mediator,
    OpeningHours,
    ScreeningPoint,
    TimeLimit,
)
from .papers import admin as papers  # noqa: F401


class NetworkAdmin(admin.ModelAdmin):
    search_fields = ["name"]
    list_filter = ["is_active"]
    show_full_result_count = False

    def has_delete_permission(self, request, obj=None):
        """What has had cases stays; it is taken out of service instead."""
        return False


@admin.register(MediationCenter)
class MediationCenterAdmin(NetworkAdmin):
    list_display = ["name", "kind", "area", "is_active"]
    list_filter = ["kind", "is_active"]
    list_select_related = ["area"]
    autocomplete_fields = ["area"]


@admin.register(MediationOrg)
class MediationOrgAdmin(NetworkAdmin):
    list_display = ["name", "kind", "place", "center", "specialty", "term_to", "is_active"]
    list_filter = ["kind", "place", "is_active"]
    list_select_related = ["center", "specialty"]
    autocomplete_fields = ["area", "center", "specialty", "department"]


class OpeningHoursInline(admin.TabularInline):
    model = OpeningHours
    extra = 0


@admin.register(MediationWindow)
class MediationWindowAdmin(NetworkAdmin):
    list_display = ["name", "area", "center", "org", "note", "is_active"]
    inlines = [OpeningHoursInline]
    list_select_related = ["area", "center", "org"]
    autocomplete_fields = ["area", "center", "org"]


@admin.register(Mediator)
class MediatorAdmin(NetworkAdmin):
    list_display = ["name", "org", "rank", "user", "is_active"]
    filter_horizontal = ["specialties"]
    list_filter = ["rank", "is_active"]
    list_select_related = ["org", "user"]
    autocomplete_fields = ["org", "user"]


@admin.register(ScreeningPoint)
class ScreeningPointAdmin(NetworkAdmin):
    list_display = ["name", "area", "org", "is_active"]
    list_select_related = ["area", "org"]
    autocomplete_fields = ["area", "org"]


@admin.register(DisputeCategory)
class DisputeCategoryAdmin(admin.ModelAdmin):
    list_display = ["code", "name", "parent", "field", "justice_category", "is_active"]
    list_filter = ["is_active", "field", "justice_category"]
    list_select_related = ["parent"]
    search_fields = ["code", "name"]

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(TimeLimit)
class TimeLimitAdmin(admin.ModelAdmin):
    list_display = ["kind", "category", "amount", "unit", "source"]
    list_filter = ["kind"]
    list_select_related = ["category"]
    autocomplete_fields = ["category"]

    def has_delete_permission(self, request, obj=None):
        """The general limit stays: without it nothing could be registered."""
        return super().has_delete_permission(request, obj) and not (obj and obj.category_id is None)

    def get_actions(self, request):
        """One at a time, so that the general one is not among many."""
        return {}


@admin.register(MediationRoute)
class MediationRouteAdmin(RuleAdmin):
    verb = "mediation-route.set"
    list_display = ["code", "what", "where", "target_label", "priority", "is_draft", "valid_from", "valid_to"]
    list_filter = ["is_draft", "level", "finds"]
    list_select_related = ["category", "area", "org"]
    search_fields = ["code", "basis", "category__name", "area__name", "org__name"]
    autocomplete_fields = ["category", "area", "org"]


@admin.register(Case)
class CaseAdmin(LookOnly, admin.ModelAdmin):
    """The outline of a case: states move in actions/ only, and content is read where looks are logged."""

    fields = ["number", "category", "scale", "channel", "source", "area", "center", "org", "state", "alert",
              "registered_at", "accepted_at", "assigned_at", "due_at", "refused_at", "concluded_at", "outcome"]
    readonly_fields = ["number"]
    list_display = ["number", "category", "area", "org", "state", "registered_at"]
    list_filter = ["state", "outcome", "source"]
    list_select_related = ["category", "area", "org"]
    search_fields = ["=id"]
    ordering = ["-id"]
    show_full_result_count = False
