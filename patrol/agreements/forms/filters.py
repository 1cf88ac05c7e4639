"""What narrows lists and results of agreements."""

from django import forms
from django.utils.translation import gettext_lazy as _

from residents.filters import ANY, CountedFilter

from ..states import State


class AgreementFilter(CountedFilter):
    act, moment, alike = "agreement.view", "drafted_at", ("state",)

    state = forms.ChoiceField(label=_("State"), choices=[ANY, *State.choices], required=False)


class ResultFilter(forms.Form):
    """`term` is "running", or the year in which agreements began; `by` the rows of the table."""

    term = forms.ChoiceField(label=_("Which agreements"), required=False)
    by = forms.ChoiceField(label=_("A row for each"), required=False,
                           choices=[("town", _("Town or subdistrict")), ("community", _("Village or community"))])

    def __init__(self, data, *, years):
        super().__init__(data)
        self.fields["term"].choices = [("running", _("In force now")), *(
            (str(year), _("Begun in %(year)s") % {"year": year}) for year in years)]

    @property
    def chosen(self) -> tuple[str, str]:
        """What is asked; what is not understood is as if nothing had been."""
        self.is_valid()
        return self.cleaned_data.get("term") or "running", self.cleaned_data.get("by") or "community"
