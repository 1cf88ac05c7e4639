"""The days of care are set here. Referrals are in no administration: who keeps the system up has no business there."""

from django.contrib import admin

from .models import CareRule


@admin.register(CareRule)
class CareRuleAdmin(admin.ModelAdmin):
    list_display = ["__str__", "answer_days", "begin_days", "go_on_days", "aid_days"]

    def has_add_permission(self, request):
        return not CareRule.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        obj.pk = 1  # one row
        super().save_model(request, obj, form, change)
