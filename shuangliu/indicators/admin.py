"""Named periods to edit; differences only to look at."""

from django.contrib import admin
from django.utils.timezone import now

from shuangliu import audit
from shuangliu.pages.look_only import LookOnly

from .models import Difference, NamedPeriod


@admin.register(NamedPeriod)
class NamedPeriodAdmin(admin.ModelAdmin):
    list_display = ["name", "start", "end", "order"]
    list_editable = ["order"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        audit.record("named-period.set", obj, by=request.user, at=now(),
                     name=obj.name, start=obj.start, end=obj.end)

    def delete_model(self, request, obj):
        audit.record("named-period.removed", obj, by=request.user, at=now(), name=obj.name)
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for period in queryset:
            self.delete_model(request, period)


@admin.register(Difference)
class DifferenceAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["measure", "area_key", "day", "item", "rolled", "counted", "found_at"]
    list_filter = ["measure"]
    date_hierarchy = "day"
