from django.contrib import admin
from django.utils.timezone import now

from shuangliu import audit
from shuangliu.pages.look_only import LookOnly

from .agreements import admin as agreements  # noqa: F401
from .assets import admin as assets  # noqa: F401
from .courtyards import admin as courtyards  # noqa: F401
from .models import Note, RestRule


@admin.register(Note)
class NoteAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["number", "kind", "area", "by", "noted_at"]
    list_filter = ["kind"]
    list_select_related = ["area", "by"]
    ordering = ["-id"]
    show_full_result_count = False


@admin.register(RestRule)
class RestRuleAdmin(admin.ModelAdmin):
    """One row; without it nobody is warned, so that it may be deleted."""

    list_display = ["__str__", "hours", "nights", "night_from", "night_until"]

    def save_model(self, request, obj, form, change):
        obj.pk = 1
        super().save_model(request, obj, form, change)
        audit.record("rest-rule.set", obj, by=request.user, at=now(), hours=obj.hours, nights=obj.nights)

    def delete_model(self, request, obj):
        audit.record("rest-rule.removed", obj, by=request.user, at=now())
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for rule in queryset:
            self.delete_model(request, rule)

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not RestRule.objects.exists()
