"""Which incidents of a list, and from which list."""

from urllib.parse import parse_qsl, urlencode

from django import forms
from django.utils.translation import gettext_lazy as _


class BulkForm(forms.Form):
    """`ids` of the ticked rows; `back` is the query of the list they were ticked on."""

    ids = forms.MultipleChoiceField(label=_("Incidents"), error_messages={
        "required": _("Tick the incidents first."), "invalid_list": _("Tick the incidents first.")})
    back = forms.CharField(required=False, max_length=2000)

    def __init__(self, data, *, most: int):
        super().__init__(data)
        self.most = most
        # Whatever was ticked is for the view to find among what the person sees.
        self.fields["ids"].valid_value = lambda value: value.isdecimal() and int(value) < 2**63

    def clean_ids(self) -> list[int]:
        ids = list(dict.fromkeys(int(value) for value in self.cleaned_data["ids"]))
        if len(ids) > self.most:
            raise forms.ValidationError(_("At most %(most)d at once."), params={"most": self.most})
        return ids

    def clean_back(self) -> str:
        """As a query and nothing else: it becomes part of a link."""
        return urlencode(parse_qsl(self.cleaned_data["back"]))
