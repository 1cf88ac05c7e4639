"""Areas, departments and posts in the admin; what acts move can only be looked up."""

from django.contrib import admin

from shuangliu.pages.look_only import LookOnly

from .models import (
    Area,
    AreaChange,
    AreaCode,
    Certificate,
    Department,
    Level,
    PlannedGrid,
    Post,
    Skill,
    Succession,
    Training,
    WorkerFile,
)


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
        """A code that changes takes every matter below with it, and a grid that ends its open work: neither is an
        edit of one row."""
        if obj is None:
            return []
        return ["code", "level", "parent", *(["valid_from", "valid_to"] if obj.level == Level.GRID else [])]

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


class PlannedGridInline(LookOnly, admin.TabularInline):
    model = PlannedGrid
    exclude = ["outline"]


@admin.register(AreaChange)
class AreaChangeAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["kind", "starts_on", "reason", "document", "planned_by", "done_at", "handed_over_at", "obstacle"]
    list_filter = ["kind"]
    list_select_related = ["planned_by"]
    inlines = [PlannedGridInline]


@admin.register(Succession)
class SuccessionAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["from_post", "to_post", "first_day", "decided_by", "done_at", "passed", "kept"]
    list_select_related = ["from_post__area", "to_post__area", "decided_by"]


class TrainingInline(LookOnly, admin.TabularInline):
    model = Training


class CertificateInline(LookOnly, admin.TabularInline):
    model = Certificate


@admin.register(WorkerFile)
class WorkerFileAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["user", "selection", "selected_on", "selected_by"]
    list_select_related = ["user"]
    search_fields = ["user__username", "user__name"]
    inlines = [TrainingInline, CertificateInline]


@admin.register(Skill)
class SkillAdmin(admin.ModelAdmin):
    search_fields = ["name"]
