"""Two rows that may be one person."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .households import PersonChoice, recorded


class CompareForm(forms.Form):
    number = forms.CharField(label=_("The other record, RY…"), max_length=22)

    use_required_attribute = False

    def __init__(self, *args, person, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.person, self.user = person, user

    def clean_number(self):
        other = recorded(self.cleaned_data["number"], self.user)
        if other is None:
            raise forms.ValidationError(_("No record of your areas has this number."))
        if other.pk == self.person.pk:
            raise forms.ValidationError(_("This is the same record."))
        return other


class MergeForm(forms.Form):
    keep = PersonChoice(None, label=_("Which record stays"), empty_label=None, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("How do you know?"), max_length=200,
                             help_text=_("For instance: saw the card, asked on the phone. Without names and numbers."))

    use_required_attribute = False

    def __init__(self, *args, pair, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["keep"].queryset = type(pair.one).objects.filter(pk__in=[pair.one_id, pair.other_id]).order_by("id")
        self.initial.setdefault("keep", (pair.one if pair.one.id_number or not pair.other.id_number else pair.other).pk)
