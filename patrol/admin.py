from django.contrib import admin

from shuangliu.pages.look_only import LookOnly

from .agreements import admin as agreements  # noqa: F401
from .assets import admin as assets  # noqa: F401
from .courtyards import admin as courtyards  # noqa: F401
from .models import Note


@admin.register(Note)
class NoteAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["number", "kind", "area", "by", "noted_at"]
    list_filter = ["kind"]
    list_select_related = ["area", "by"]
    ordering = ["-id"]
    show_full_result_count = False
