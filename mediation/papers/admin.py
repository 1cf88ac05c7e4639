"""Numbers and dossiers in the admin: to look up, nothing else."""

from django.contrib import admin

from shuangliu.pages.look_only import LookOnly

from .models import Dossier, FileNumber


@admin.register(FileNumber)
class FileNumberAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["text", "case", "org", "year", "number", "given_at"]
    list_select_related = ["case", "org"]
    search_fields = ["=number", "=case__id"]
    show_full_result_count = False


@admin.register(Dossier)
class DossierAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["case", "retention", "pages", "filed_at", "filed_by", "taken_out_at", "sha256"]
    list_filter = ["retention"]
    list_select_related = ["case", "filed_by"]
    search_fields = ["=case__id", "=sha256"]
    exclude = ["statement"]
    show_full_result_count = False
