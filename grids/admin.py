"""Areas, departments and posts in the admin."""

from django.contrib import admin

from .models import Area, AreaCode, Department, Post


class AreaCodeInline(admin.TabularInline):
    model = AreaCode
    extra = 0


@admin.register(Area)
class AreaAdmin(admin.ModelAdmin):
    list_display = ["code", "name", "level", "kind", "grid_mode", "parent", "valid_to"]
    list_filter = ["level", "kind", "grid_mode"]
    search_fields = ["code", "name", "codes__code"]
    list_select_related = ["parent"]
    autocomplete_fields = ["parent"]
    show_full_result_count = False
    inlines = [AreaCodeInline]

    def get_readonly_fields(self, request, obj=None):
        """A code that changes takes every matter below with it: that is no edit of one row."""
        return ["code", "level", "parent"] if obj else []

    def has_delete_permission(self, request, obj=None):
        """Areas end (valid to); what happened in them stays."""
        return False


@admin.register(Department)
class DepartmentAdmin(admin.ModelAdmin):
    list_display = ["code", "name", "area", "is_active"]
    list_filter = ["is_active"]
    search_fields = ["code", "name"]
    autocomplete_fields = ["area"]


@admin.register(Post)
class PostAdmin(admin.ModelAdmin):
    list_display = ["user", "role", "area", "department", "valid_from", "valid_to", "delegated_by"]
    list_filter = ["role"]
    search_fields = ["user__username", "user__name", "area__name", "=area__code"]
    list_select_related = ["user", "area", "department", "delegated_by"]
    autocomplete_fields = ["user", "area", "department", "delegated_by"]
    show_full_result_count = False
