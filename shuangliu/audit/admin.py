"""The log in the admin: to search and read, nothing else."""

from django.contrib import admin

from .models import Entry


@admin.register(Entry)
class EntryAdmin(admin.ModelAdmin):
    list_display = ["at", "actor_name", "verb", "matter_type", "matter_id", "purpose", "address"]
    list_filter = ["verb"]
    search_fields = ["actor_name", "=matter_id", "=request_number"]
    ordering = ["-id"]
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
