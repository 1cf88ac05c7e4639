"""A filter and its name."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from .models import SavedFilter


class NameForm(forms.Form):
    name = forms.CharField(label=_("Name of the filter"), max_length=SavedFilter._meta.get_field("name").max_length)


class SaveForm(NameForm):
    is_default = forms.BooleanField(label=_("Open the list with it"), required=False)
    query = forms.CharField(required=False, max_length=1000, widget=forms.HiddenInput)

    def __init__(self, data, *, worklist, user):
        super().__init__(data)
        self.worklist, self.user = worklist, user

    def clean_query(self) -> str:
        query = self.worklist.clean(QueryDict(self.cleaned_data["query"]), self.user)
        if not query:
            raise ValidationError(_("Choose a tab or a filter first."))
        return query
