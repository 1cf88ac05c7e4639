"""The survey: a short walk round with the phone. What there is, how the four defences stand, and a photo of each."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from incidents import whereabouts
from residents.register.forms.fields import PlaceField
from shuangliu.attachments.forms import WithFiles
from shuangliu.pages.forms import Chips

from ..actions.surveying import COUNTS, HAS
from ..catalogue import LOOK_AT, Defence, Standing
from .fields import ActForm, count, photos, text

YES_NO = [("yes", _("Yes")), ("no", _("No"))]


def yes_or_no(label):
    return forms.TypedChoiceField(label=label, choices=YES_NO, coerce=lambda value: value == "yes", empty_value=None,
                                  widget=Chips)


class Seen(WithFiles):
    """What both surveys ask. `defences` of the cleaned data are the four, by name."""

    has_guard = yes_or_no(_("Is there a guard?"))
    has_property_mgmt = yes_or_no(_("Is there a property manager?"))
    has_organisation = yes_or_no(_("Is there an organisation that manages it?"))
    households = count(_("Number of households"))
    residents = count(_("Number of residents"))
    people = forms.ChoiceField(label=Defence.PEOPLE.label, choices=Standing, widget=Chips,
                               help_text=LOOK_AT[Defence.PEOPLE])
    photos_people = photos(_("Photos: people"), part=Defence.PEOPLE, most=2)
    physical = forms.ChoiceField(label=Defence.PHYSICAL.label, choices=Standing, widget=Chips,
                                 help_text=LOOK_AT[Defence.PHYSICAL])
    photos_physical = photos(_("Photos: gate, wall, lights"), part=Defence.PHYSICAL, most=2)
    technical = forms.ChoiceField(label=Defence.TECHNICAL.label, choices=Standing, widget=Chips,
                                  help_text=LOOK_AT[Defence.TECHNICAL])
    photos_technical = photos(_("Photos: technical defence"), part=Defence.TECHNICAL, most=2)
    fire = forms.ChoiceField(label=Defence.FIRE.label, choices=Standing, widget=Chips, help_text=LOOK_AT[Defence.FIRE])
    photos_fire = photos(_("Photos: fire safety"), part=Defence.FIRE, most=2)
    needs = text(_("What the residents need"), required=False, help_text=_(
        "Bicycles that are stolen, cars that block the way, dark stairs. No names, no phone numbers."))
    photos = photos(_("Photos of the whole"), most=4)

    @property
    def pairs(self):
        """Each defence with its photos, as the page prints them."""
        return [(self[defence.value], self[f"photos_{defence}"]) for defence in Defence]

    def seen(self) -> dict:
        return {"defences": {defence.value: self.cleaned_data[defence.value] for defence in Defence},
                "needs": self.cleaned_data["needs"], "uuid": self.cleaned_data["uuid"],
                **{name: self.cleaned_data[name] for name in HAS + COUNTS}}


class EnterForm(Seen):
    """A courtyard that nobody has entered yet. `noted_at` is when the phone kept it."""

    name = forms.CharField(label=_("name of the courtyard"), max_length=60)
    address = forms.CharField(label=_("address"), max_length=200)
    area = PlaceField(label=_("Community or grid"))
    longitude = forms.FloatField(min_value=-180, max_value=180, required=False, widget=forms.HiddenInput)
    latitude = forms.FloatField(min_value=-90, max_value=90, required=False, widget=forms.HiddenInput)
    noted_at = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    use_required_attribute = False

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, by=by, **kwargs)
        area = self.fields["area"]
        area.serve(by, "courtyard.enter")
        places = list(area.queryset[:2])
        if len(places) == 1:
            area.initial, area.widget = places[0].pk, forms.HiddenInput()
            area.choices = [(places[0].pk, str(places[0]))]

    def clean(self):
        cleaned = super().clean()
        longitude, latitude = cleaned.get("longitude"), cleaned.get("latitude")
        if (longitude is None) != (latitude is None):
            self.add_error("address", _("A point has a longitude and a latitude."))
        elif longitude is not None and cleaned.get("area"):
            try:
                found = whereabouts.place(cleaned["area"], longitude, latitude)
            except ValidationError as error:
                self.add_error("address", error)
            else:
                if found.grid and not self.fields["area"].queryset.filter(pk=found.grid.pk).exists():
                    self.add_error("address", _("This point lies outside the areas that you serve."))
        return cleaned

    def given(self) -> dict:
        plain = ("name", "address", "area", "longitude", "latitude", "noted_at")
        return {**{name: self.cleaned_data[name] for name in plain}, **self.seen()}


class SurveyForm(ActForm, Seen):
    """One that is known, begun with what was found last."""

    once = True

    def prepare(self):
        for name in HAS:
            self.fields[name].initial = "yes" if getattr(self.courtyard, name) else "no"
        for name in COUNTS:
            self.fields[name].initial = getattr(self.courtyard, name)

    def given(self) -> dict:
        return self.seen()
