"""Consent texts are written here, until somebody agrees to them; consents are read."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext as _

from shuangliu.pages.look_only import LookOnly

from .models import Consent, ConsentText


class ConsentTextForm(forms.ModelForm):
    def clean_words(self):
        """The county's language is there, and every text is one."""
        words = self.cleaned_data["words"]
        if not isinstance(words, dict) or not all(isinstance(text, str) for text in words.values()):
            raise forms.ValidationError(_('By language: {"zh-hans": "…", "en": "…"}'))
        if not words.get(settings.LANGUAGE_CODE, "").strip():
            raise forms.ValidationError(_("The words in the county's language are missing."))
        return words


@admin.register(ConsentText)
class ConsentTextAdmin(admin.ModelAdmin):
    form = ConsentTextForm
    list_display = ["purpose", "version", "valid_from"]
    list_filter = ["purpose"]

    def has_change_permission(self, request, obj=None):
        agreed = obj is not None and obj.consents.exists()
        return not agreed and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj) and super().has_delete_permission(request, obj)


@admin.register(Consent)
class ConsentAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["subject_type", "subject_id", "text", "form", "at", "withdrawn_at"]
    list_select_related = ["text"]
    ordering = ["-id"]
    show_full_result_count = False
