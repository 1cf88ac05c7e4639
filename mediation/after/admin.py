"""The words of agreements are kept here; what was recorded can only be looked up."""

from django.contrib import admin

from shuangliu.pages.look_only import LookOnly

from .models import AgreementText, Performance


@admin.register(AgreementText)
class AgreementTextAdmin(admin.ModelAdmin):
    list_display = ["name", "category", "is_active"]
    list_select_related = ["category"]
    autocomplete_fields = ["category"]


@admin.register(Performance)
class PerformanceAdmin(LookOnly, admin.ModelAdmin):
    """The outline: what is owed, and by whom, is read on the page of the case."""

    fields = ["case", "state", "due_on", "due_at", "done_on", "broken_on"]
    list_display = ["case", "state", "due_at", "done_on"]
    list_filter = ["state"]
    list_select_related = ["case"]
    ordering = ["-id"]
    show_full_result_count = False
