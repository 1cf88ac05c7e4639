"""Files in the admin: to look up, nothing else. Which matter they belong to is not changed by hand."""

from django.contrib import admin

from shuangliu.pages.look_only import LookOnly

from .models import Attachment


@admin.register(Attachment)
class AttachmentAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["uploaded_at", "name", "role", "matter_type", "matter_id", "uploaded_by", "size"]
    list_filter = ["role", "matter_type"]
    search_fields = ["=matter_id", "=sha256"]
    list_select_related = ["uploaded_by"]
    ordering = ["-id"]
    show_full_result_count = False
    # A link to the storage would go round the guarded view.
    exclude = ["file", "thumbnail"]
