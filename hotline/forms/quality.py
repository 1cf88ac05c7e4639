"""What the supervisor notes after listening again."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips, ManyChips

from ..models.quality import Point, Result
from .acts import text


class QualityForm(forms.Form):
    result = forms.ChoiceField(label=_("Result"), choices=Result, widget=Chips)
    points = forms.MultipleChoiceField(label=_("To be improved"), choices=Point, widget=ManyChips, required=False)
    words = text(_("What was noticed"), required=False, help_text=_("The agent reads it. About the work, not the "
                                                                    "person."))

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("result") == Result.IMPROVE and not (cleaned.get("points") or cleaned.get("words")):
            self.add_error("points", _("Please say what can be improved."))
        if cleaned.get("result") == Result.OK and cleaned.get("points"):
            self.add_error("points", _("Nothing is to be improved in what was well done."))
        return cleaned
