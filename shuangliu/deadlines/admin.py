"""Special days and rules to edit; clocks only to look at."""

from django.contrib import admin, messages
from django.utils.timezone import now
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.pages.look_only import LookOnly

from .calendars import missing_years
from .models import ClockRule, Deadline, DeadlineStep, SpecialDay


@admin.register(SpecialDay)
class SpecialDayAdmin(admin.ModelAdmin):
    list_display = ["date", "name", "is_working"]
    list_filter = ["is_working"]
    search_fields = ["name"]
    date_hierarchy = "date"

    def changelist_view(self, request, extra_context=None):
        warning = _("The holidays of %(year)s are not known: its weeks count as plain Monday to Friday.")
        for year in missing_years(now()):
            messages.warning(request, warning % {"year": year})
        return super().changelist_view(request, extra_context)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        audit.record("special-day.set", obj, by=request.user, at=now(),
                     date=obj.date, is_working=obj.is_working, name=obj.name)

    def delete_model(self, request, obj):
        audit.record("special-day.removed", obj, by=request.user, at=now(), date=obj.date, name=obj.name)
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for day in queryset:
            self.delete_model(request, day)


@admin.register(ClockRule)
class ClockRuleAdmin(admin.ModelAdmin):
    list_display = ["__str__", "warn_percent", "raise_percent", "raise_days"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        changed = {name: str(form.cleaned_data[name]) for name in form.changed_data}
        audit.record("clock-rule.set", obj, by=request.user, at=now(), changed=changed)

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not ClockRule.objects.exists()

    def has_delete_permission(self, request, obj=None):
        """Clocks that run were begun by it: the numbers are set anew instead."""
        return False


class StepInline(LookOnly, admin.TabularInline):
    model = DeadlineStep
    fields = ["step", "at", "extensions"]
    extra = 0


@admin.register(Deadline)
class DeadlineAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["matter_type", "matter_id", "kind", "limit", "due_at", "step", "paused_at", "stopped_at"]
    list_filter = ["step", "unit", "kind"]
    search_fields = ["=matter_id"]
    ordering = ["-id"]
    inlines = [StepInline]
    show_full_result_count = False
