"""The programmes, and the rules of the county, are set here; courtyards are looked at."""

from django.contrib import admin

from shuangliu.pages.look_only import LookOnly

from .models import Courtyard, CourtyardRule, Programme


@admin.register(Courtyard)
class CourtyardAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["number", "name", "area", "state", "lacks"]
    list_filter = ["state", "lacks"]
    list_select_related = ["area"]
    ordering = ["-id"]
    show_full_result_count = False


@admin.register(Programme)
class ProgrammeAdmin(admin.ModelAdmin):
    list_display = ["name", "budget", "starts_on", "ends_on"]


@admin.register(CourtyardRule)
class CourtyardRuleAdmin(admin.ModelAdmin):
    list_display = ["__str__", "vote_days", "approve_days", "share_of", "share_in"]

    def has_add_permission(self, request):
        return not CourtyardRule.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        obj.pk = 1  # one row
        super().save_model(request, obj, form, change)
