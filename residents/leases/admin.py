"""Firms and rules are set here; leases are looked at on their pages alone."""

from django.contrib import admin

from .models import Firm, LeaseRule


@admin.register(Firm)
class FirmAdmin(admin.ModelAdmin):
    list_display = ["name", "kind", "code", "is_active"]
    list_filter = ["kind", "is_active"]
    search_fields = ["name", "code"]


@admin.register(LeaseRule)
class LeaseRuleAdmin(admin.ModelAdmin):
    list_display = ["__str__", "per_person", "per_room"]

    def has_add_permission(self, request):
        return not LeaseRule.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        obj.pk = 1  # one row
        super().save_model(request, obj, form, change)
