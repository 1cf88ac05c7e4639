"""The rules are kept here, with each change on record; the ledger can be looked at."""

from django.contrib import admin

from grids.rule_admin import RuleAdmin
from shuangliu.pages.look_only import LookOnly

from .models import Forgetting, RetentionRule


@admin.register(RetentionRule)
class RetentionRuleAdmin(RuleAdmin):
    verb = "retention-rule.set"
    list_display = ["label", "what", "days", "does", "source", "is_active", "version"]
    readonly_fields = ["what", "version"]

    def has_add_permission(self, request):
        """Apps say what can be forgotten (forgetters.py)."""
        return False

    def save_model(self, request, obj, form, change):
        obj.version += bool(form.changed_data)
        super().save_model(request, obj, form, change)


@admin.register(Forgetting)
class ForgettingAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["at", "what", "version", "count", "first", "last"]
    list_filter = ["what"]
    show_full_result_count = False
