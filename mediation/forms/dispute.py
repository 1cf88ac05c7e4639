"""What a dispute is about: written down when it is registered, put right later."""

import re
import unicodedata

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips, TwoTapPicker

from ..actions import EARLY
from ..models import DisputeCategory
from ..models.cases import Scale
from ..states import State
from .acts import ActForm
from .groups import grouped


def squeezed(text: str) -> str:
    """Without blanks and dots, full-width letters as half-width ones: 欧阳 · 娜娜 is 欧阳娜娜."""
    return re.sub(r"[\s·•.．]", "", unicodedata.normalize("NFKC", text)).casefold()


class DisputeForm(forms.Form):
    category = forms.ModelChoiceField(
        label=_("Dispute category"), queryset=DisputeCategory.objects.none(), widget=TwoTapPicker,
        error_messages={"invalid_choice": _("This category is no longer in use. Please choose another.")})
    scale = forms.ChoiceField(label=_("Scale"), choices=Scale.choices, initial=Scale.INDIVIDUAL, widget=Chips)
    title = forms.CharField(label=_("Title"), max_length=100,
                            help_text=_("In a few words, without the names of persons."))
    happened_on = forms.DateField(label=_("Happened on"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    place = forms.CharField(label=_("Place"), max_length=100)
    people = forms.IntegerField(label=_("People involved"), min_value=1, max_value=100000, initial=2,
                                widget=forms.NumberInput({"inputmode": "numeric", "min": "1"}))
    summary = forms.CharField(label=_("Facts of the dispute"), max_length=4000, widget=forms.Textarea({"rows": 6}),
                              help_text=_("What happened, and what each side asks for. Confidential."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        categories = (DisputeCategory.objects.filter(is_active=True, parent__is_active=True)
                      .select_related("parent").order_by("code"))
        # Groups without kinds below them are chosen as they stand.
        alone = DisputeCategory.objects.filter(is_active=True, parent=None, children=None)
        self.fields["category"].queryset = DisputeCategory.objects.filter(is_active=True)
        self.fields["category"].choices = grouped([*categories, *alone], lambda row: row.parent or row)

    def refuse_names(self, names) -> bool:
        """A title stands in lists: whether it is free of the names of these persons. Call it after is_valid."""
        title = squeezed(self.cleaned_data.get("title", ""))
        if any(squeezed(name) in title for name in names if len(squeezed(name)) > 1):
            self.add_error("title", _("The title stands in lists: please write it without the names of persons."))
        return "title" not in self.errors

    def clean_happened_on(self):
        day = self.cleaned_data["happened_on"]
        if day > localdate():
            raise forms.ValidationError(_("This day lies in the future."))
        return day


class CorrectForm(DisputeForm, ActForm):
    """What stands there, to be put right. Scale and people decide where a dispute goes: once it is taken on, they
    stay; another category then changes neither its time limit nor who has it."""

    reason = forms.CharField(label=_("Reason of the correction"), max_length=200,
                             help_text=_("Without the names of persons: it stands in the history."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        case = self.case
        if case.state == State.REGISTERED:
            self.fields["reason"].required = False
        else:
            for name in EARLY:
                del self.fields[name]
            self.fields["category"].help_text = _("Time limit and organisation stay: they were fixed at acceptance.")
        self.initial = {name: case.category_id if name == "category" else getattr(case, name, "")
                        for name in self.fields} | self.initial
        category = self.fields["category"]
        category.queryset |= DisputeCategory.objects.filter(pk=case.category_id)  # it may be out of use by now
        self.order_fields(["title", "category", "place", "summary", "happened_on", *EARLY, "reason"])

    def clean(self):
        parties = self.case.parties.prefetch_related("representatives")
        self.refuse_names([one.name for party in parties for one in (party, *party.representatives.all())
                           if one is not party or not party.is_organisation])

    def given(self) -> dict:
        changes = {name: value for name, value in self.cleaned_data.items() if name != "reason"}
        return {"changes": changes, "reason": self.cleaned_data["reason"]}
