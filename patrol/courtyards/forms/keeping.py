"""Who looks after it, reviews, relapses, and the end."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips, ManyChips

from ..catalogue import Care, Struck
from .fields import ActForm, PastDayField, YuanField, note, photos, text

LOST = [("has_guard", _("The guard is gone")), ("has_property_mgmt", _("The property manager is gone")),
        ("has_organisation", _("The organisation is gone"))]


class SettleForm(ActForm):
    once = True
    kind = forms.ChoiceField(label=_("looked after by"), choices=Care, widget=Chips)
    keeper = forms.CharField(label=_("company or team"), max_length=80, required=False,
                             help_text=_("The name of a company or team, of no person."))
    fee = YuanField(label=_("fee a household and month (yuan)"), required=False)
    since = PastDayField(label=_("looked after since"))
    note = note()

    def prepare(self):
        self.fields["since"].initial = self.fields["since"].today = self.today


class Lost(ActForm):
    lost = forms.MultipleChoiceField(label=_("What is gone"), choices=LOST, required=False, widget=ManyChips)

    def prepare(self):
        self.fields["lost"].choices = [(name, label) for name, label in LOST if getattr(self.courtyard, name)]


class ReviewForm(Lost):
    once = True
    is_kept = forms.TypedChoiceField(
        label=_("Does it hold?"), choices=[("yes", _("It holds")), ("no", _("It has relapsed"))],
        coerce=lambda value: value == "yes", empty_value=None, widget=Chips)
    note = note(_("What you saw"))
    photos = photos()

    field_order = ["is_kept", "lost", "note", "photos"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("is_kept") is False and not cleaned.get("note"):
            self.add_error("note", _("Say what does not hold."))
        if cleaned.get("is_kept"):
            cleaned["lost"] = []
        return cleaned


class RelapseForm(Lost):
    once = True
    note = text(_("What you saw"), rows=3, help_text=_("No names of residents."))
    photos = photos()

    field_order = ["lost", "note", "photos"]


class StrikeForm(ActForm):
    struck = forms.ChoiceField(label=_("Why"), choices=Struck, widget=Chips)
    note = note()
