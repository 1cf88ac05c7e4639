"""What the hotline goes by is kept here: lines, wrap-up codes, limits. Calls and shifts can only be looked up."""

from django.contrib import admin

from grids.rule_admin import RuleAdmin
from shuangliu.pages.look_only import LookOnly

from .models import AgentShift, Call, HotlineLine, Landmark, TicketLimit, WrapUp
from .open311 import admin as open311  # noqa: F401 (its own, beside its tables)


@admin.register(HotlineLine)
class HotlineLineAdmin(RuleAdmin):
    verb = "hotline-line.set"
    list_display = ["number", "name", "department", "category", "is_active"]
    list_filter = ["is_active"]
    list_select_related = ["department", "category"]
    search_fields = ["number", "name"]
    autocomplete_fields = ["department", "category"]


@admin.register(Landmark)
class LandmarkAdmin(RuleAdmin):
    verb = "landmark.set"
    list_display = ["name", "code", "aliases", "area", "is_active"]
    list_filter = ["is_active"]
    list_select_related = ["area"]
    search_fields = ["code", "name", "aliases"]
    autocomplete_fields = ["area"]


@admin.register(WrapUp)
class WrapUpAdmin(RuleAdmin):
    verb = "wrap-up.set"
    list_display = ["name", "code", "leads", "order", "is_active"]
    list_filter = ["leads", "is_active"]
    search_fields = ["code", "name"]


@admin.register(TicketLimit)
class TicketLimitAdmin(RuleAdmin):
    verb = "ticket-limit.set"
    list_display = ["stage", "kind", "amount", "unit", "source"]


@admin.register(Call)
class CallAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["call_id", "masked_phone", "dialled", "agent", "state", "rang_at", "answered_at", "ended_at"]
    list_filter = ["state"]
    list_select_related = ["agent"]
    fields = ["call_id", "masked_phone", "dialled", "line", "agent", "state", "rang_at", "answered_at", "ended_at"]
    show_full_result_count = False


@admin.register(AgentShift)
class AgentShiftAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["agent", "began_at", "paused_at", "rested", "ended_at", "is_forgotten"]
    list_select_related = ["agent"]
    show_full_result_count = False
