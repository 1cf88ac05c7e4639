"""Rules in the administration."""

from django.contrib import admin
from django.utils.timezone import now

from shuangliu import audit


class RuleAdmin(admin.ModelAdmin):
    """What changes the rules is on record."""

    verb = ""

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        changed = {name: str(form.cleaned_data[name]) for name in form.changed_data}
        audit.record(self.verb, obj, by=request.user, at=now(), **{"changed": changed})

    def has_delete_permission(self, request, obj=None):
        """What happened names them: they are taken out of use, or end, instead."""
        return False
