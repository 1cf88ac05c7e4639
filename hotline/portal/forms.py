"""The report of a resident."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from grids.fields import AreaField
from hotline.actions import CallerGiven
from hotline.models import Kind
from incidents import whereabouts
from incidents.forms.questions import WithQuestions
from incidents.forms.report import CategoryField, picker_choices
from shuangliu.attachments.forms import WithFiles
from shuangliu.guard.puzzle import WithPuzzle
from shuangliu.pages.forms import Chips, TwoTapPicker

from . import nearby, signs
from .fields import PhoneField, county, photos

MOST_PHOTOS = 6


class ReportForm(WithPuzzle, WithQuestions, WithFiles):
    """`uuid` names the form: sent twice it makes one ticket. `at` is the sign that was scanned; `seen` says that the
    page has shown what is reported nearby, `joins` that it is one of those."""

    photos = photos(MOST_PHOTOS, _("Photos"))
    category = CategoryField(label=_("What is it about?"), widget=TwoTapPicker)
    kind = forms.ChoiceField(label=_("What do you want?"), choices=Kind, initial=Kind.HELP, widget=Chips)
    content = forms.CharField(label=_("What is the matter?"), max_length=2000, widget=forms.Textarea({"rows": 4}),
                              help_text=_("What happened, and since when. No ID numbers, please."))
    place = forms.CharField(label=_("Where is it?"), max_length=200, required=False,
                            help_text=_("Street and house number, or what stands beside it."))
    area = AreaField(label=_("Town or community"), required=False)
    longitude = forms.FloatField(min_value=-180, max_value=180, required=False, widget=forms.HiddenInput)
    latitude = forms.FloatField(min_value=-90, max_value=90, required=False, widget=forms.HiddenInput)
    at = forms.SlugField(max_length=20, required=False, widget=forms.HiddenInput)
    name = forms.CharField(label=_("What shall we call you?"), max_length=40, required=False,
                           widget=forms.TextInput({"autocomplete": "name", "data-draft-skip": True}))
    phone = PhoneField(label=_("Your phone, if we may call you"), required=False)
    is_secret = forms.BooleanField(label=_("Keep me secret"), required=False)
    consent = forms.BooleanField(label=_("I agree"), error_messages={
        "required": _("Without your consent we may not take it in writing. You can call us instead.")})
    seen = forms.CharField(max_length=1, required=False, widget=forms.HiddenInput)
    joins = forms.IntegerField(required=False, widget=forms.HiddenInput)

    use_required_attribute = False
    where: whereabouts.Whereabouts | None = None  # of the point, once it is checked
    field_order = ["homepage", "puzzle", "proof", "sum"]

    def __init__(self, data=None, files=None, *, initial=None):
        super().__init__(data, files, by=None, initial=initial)
        self.similar: list[nearby.Nearby] = []

    def offer(self) -> "ReportForm":
        """What can be chosen, before it is shown: whoever sends it back knows already."""
        self.fields["category"].choices = picker_choices()
        self.fields["area"].offer()
        return self

    def clean(self):
        cleaned = super().clean()
        self._find(cleaned)
        cleaned["joins"] = self._joined(cleaned) if cleaned.get("joins") else None
        if not self.errors and not cleaned["joins"] and not cleaned.get("seen"):
            self.similar = self._near(cleaned)
            if self.similar:
                self.add_error(None, _("Somebody may have told us already. Is it one of these? If not, send it again."))
        if not self.errors and self.is_spent():
            self.add_error("sum", _("This page has been used. Please send it once more."))
        return cleaned

    def _stage(self, name, field, files):
        # Nothing of a machine is kept.
        if not {"sum", "homepage"} & self.errors.keys():
            super()._stage(name, field, files)

    def _find(self, cleaned: dict) -> None:
        """The smallest area that is known, and the words of the place: the sign's where one was scanned."""
        spot = signs.spot(cleaned["at"]) if cleaned.get("at") else None
        cleaned["area"] = cleaned.get("area") or (spot.area if spot else county())
        if spot and cleaned.get("longitude") is None:
            cleaned |= {"longitude": spot.longitude, "latitude": spot.latitude, "area": spot.area}
            cleaned["place"] = cleaned.get("place") or spot.place
        longitude, latitude = cleaned.get("longitude"), cleaned.get("latitude")
        if (longitude is None) != (latitude is None):
            self.add_error("place", _("A point has a longitude and a latitude."))
        elif longitude is None and not cleaned.get("place") and not spot and "place" not in self.errors:
            self.add_error("place", _("Please say where it is, or give your position."))
        elif longitude is not None:
            try:
                self.where = whereabouts.place(cleaned["area"], longitude, latitude)
            except ValidationError as error:
                self.add_error("place", error)

    def _near(self, cleaned: dict) -> list[nearby.Nearby]:
        if cleaned.get("longitude") is None or not cleaned.get("category"):
            return []
        return nearby.around(now(), cleaned["category"], cleaned["longitude"], cleaned["latitude"])

    def _joined(self, cleaned: dict):
        found = None
        if cleaned.get("longitude") is not None and cleaned.get("category"):
            found = nearby.may_join(cleaned["joins"], now(), cleaned["category"], cleaned["longitude"],
                                    cleaned["latitude"])
        if found is None:
            self.add_error(None, _("That matter is over meanwhile. Please send yours on its own."))
        return found

    def given(self) -> dict:
        """What actions.submit wants to know."""
        cleaned = self.cleaned_data
        names = ("uuid", "kind", "content", "area", "category", "longitude", "latitude", "place", "joins")
        caller = CallerGiven(cleaned["phone"], cleaned["name"]) if cleaned["phone"] else None
        return {**{name: cleaned[name] for name in names}, "caller": caller, "is_secret": cleaned["is_secret"],
                "answers": self.answers(), "where": self.where}
