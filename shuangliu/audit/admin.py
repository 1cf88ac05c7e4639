"""The log in the admin: to search and read, nothing else."""

from django.contrib import admin

from shuangliu.pages.look_only import LookOnly

from .models import Entry


@admin.register(Entry)
class EntryAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["at", "actor_name", "verb", "matter_type", "matter_id", "purpose", "address"]
    list_filter = ["verb"]
    search_fields = ["actor_name", "=matter_id", "=request_number"]
    ordering = ["-id"]
    show_full_result_count = False
