from django.contrib import admin

from shuangliu.pages.look_only import LookOnly

from .models import Neighbour


@admin.register(Neighbour)
class NeighbourAdmin(LookOnly, admin.ModelAdmin):
    """Cameras are in no admin: every opening of their list is on record, and none of the admin is."""

    list_display = ["beyond", "organisation", "area", "checked_on", "is_active"]
    list_filter = ["is_active"]
    list_select_related = ["area"]
    fields = ["area", "beyond", "organisation", "duty_line", "shifts", "checked_on", "is_active"]
    ordering = ["beyond", "id"]
    show_full_result_count = False
