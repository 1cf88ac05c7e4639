"""Keys are given out here; each is shown once."""

from django.contrib import admin, messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grids.rule_admin import RuleAdmin
from shuangliu.pages.look_only import LookOnly

from .models import ApiKey, Delivery, Publication


@admin.register(ApiKey)
class ApiKeyAdmin(RuleAdmin):
    verb = "api-key.set"
    list_display = ["name", "unit", "start", "per_minute", "is_active", "expires_on", "made_at"]
    list_filter = ["is_active"]
    list_select_related = ["unit"]
    search_fields = ["name", "start"]
    autocomplete_fields = ["unit"]
    readonly_fields = ["start", "made_at"]
    actions = ["renew"]

    def save_model(self, request, obj, form, change):
        key = "" if change else obj.renew()
        super().save_model(request, obj, form, change)
        if key:
            self._show(request, obj, key)

    @admin.action(description=gettext_lazy("Give a new key instead of the old one"), permissions=["change"])
    def renew(self, request, queryset):
        for obj in queryset:
            key = obj.renew()
            obj.save(update_fields=["start", "hash"])
            self.log_change(request, obj, "renewed")
            self._show(request, obj, key)

    def _show(self, request, obj, key: str) -> None:
        messages.warning(request, _("The key of %(name)s, shown this once: %(key)s") % {"name": obj.name, "key": key})


@admin.register(Delivery, Publication)
class LookAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["ticket"]
    list_select_related = ["ticket"]
    raw_id_fields = ["ticket"]
    show_full_result_count = False
