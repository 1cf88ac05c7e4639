"""Categories and limits are kept here; incidents can only be looked up: their states move on their pages."""

from django.contrib import admin
from django.utils.timezone import now

from shuangliu import audit
from shuangliu.pages.look_only import LookOnly

from .models import Category, Demand, DemandLimit, Incident, LoopRule, StageLimit


class RuleAdmin(admin.ModelAdmin):
    """What changes the rules is on record."""

    verb = ""

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        changed = {name: str(form.cleaned_data[name]) for name in form.changed_data}
        audit.record(self.verb, obj, by=request.user, at=now(), **{"changed": changed})

    def has_delete_permission(self, request, obj=None):
        """Old incidents name their category: it is taken out of use instead."""
        return False


@admin.register(Category)
class CategoryAdmin(RuleAdmin):
    verb = "category.set"
    list_display = ["code", "name", "parent", "owner_tier", "is_urgent", "handle_amount", "handle_unit", "is_active"]
    list_filter = ["is_active", "owner_tier", "is_urgent", "is_dispute"]
    list_select_related = ["parent"]
    search_fields = ["code", "name"]


@admin.register(StageLimit)
class StageLimitAdmin(RuleAdmin):
    verb = "stage-limit.set"
    list_display = ["stage", "is_urgent", "amount", "unit"]


@admin.register(DemandLimit)
class DemandLimitAdmin(RuleAdmin):
    verb = "demand-limit.set"
    list_display = ["kind", "stage", "is_urgent", "amount", "unit"]


@admin.register(Demand)
class DemandAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["number", "incident", "kind", "state", "tier", "department", "due_at", "asked_at"]
    list_filter = ["kind", "state"]
    list_select_related = ["incident", "department"]
    search_fields = ["=id"]
    ordering = ["-id"]
    show_full_result_count = False


@admin.register(LoopRule)
class LoopRuleAdmin(RuleAdmin):
    verb = "loop-rule.set"
    list_display = ["__str__", "sample_percent", "bounces", "reopen_days", "most_days"]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not LoopRule.objects.exists()


@admin.register(Incident)
class IncidentAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["number", "category", "state", "tier", "department", "due_at", "reported_at"]
    list_filter = ["state", "tier"]
    list_select_related = ["category", "department"]
    search_fields = ["=id"]
    ordering = ["-id"]
    show_full_result_count = False
