"""Buildings and dwellings."""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips

from ...models import Building, Dwelling
from .fields import PlaceField

MOST = 2000  # doors at once


def expanded(text: str) -> list[str]:
    """“1-3” is 1, 2, 3; “01-04” keeps its zeros; “1,3,A” is these. Raises ValidationError."""
    text = re.sub(r"\s*[-—~至到]\s*", "-", unicodedata.normalize("NFKC", text).strip())
    parts = [part for part in re.split(r"[,、;\s]+", text) if part]
    names: list[str] = []
    for part in parts:
        found = re.fullmatch(r"(\d{1,3})-(\d{1,3})", part)
        if not found:
            if len(part) > 10:
                raise ValidationError(_("“%(part)s” is too long."), params={"part": part[:20]})
            names.append(part)
            continue
        first, last = int(found[1]), int(found[2])
        if last < first:
            raise ValidationError(_("“%(part)s” ends before it begins."), params={"part": part})
        width = len(found[1]) if found[1].startswith("0") else 0
        names += [str(number).zfill(width) for number in range(first, last + 1)]
    return list(dict.fromkeys(names))


class PatternField(forms.CharField):
    """Cleans to a list of names."""

    def __init__(self, **kwargs):
        super().__init__(max_length=100, widget=forms.TextInput({"autocomplete": "off"}), **kwargs)

    def clean(self, value):
        return expanded(super().clean(value))


class DoorsForm(forms.Form):
    """The doors of a building by a pattern: units 1-3, floors 1-6, rooms 01-04 are 1单元101 to 3单元604."""

    units = PatternField(label=_("Units"), required=False, help_text=_("1-3, or nothing where there is but one door "
                                                                       "into the building."))
    floors = PatternField(label=_("Floors"), required=False, help_text=_("1-6. Leave out what is not there: 1-3,5-6."))
    rooms = PatternField(label=_("Rooms on a floor"), required=False, help_text=_("01-04."))
    is_single = forms.BooleanField(label=_("One dwelling only, such as a farmhouse"), required=False)

    use_required_attribute = False
    PATTERN = ("units", "floors", "rooms", "is_single")

    def clean(self):
        given = super().clean()
        if self.errors:
            return given
        if given["is_single"] and (given["units"] or given["floors"] or given["rooms"]):
            self.add_error("is_single", _("A pattern and one dwelling only: one of the two."))
        elif bool(given["floors"]) != bool(given["rooms"]):
            self.add_error("rooms" if given["floors"] else "floors", _("Floors and rooms belong together."))
        elif given["units"] and not given["rooms"]:
            self.add_error("rooms", _("Which rooms do the units have?"))
        elif len(given["units"] or [""]) * len(given["floors"]) * len(given["rooms"]) > MOST:
            self.add_error("rooms", _("More than %(most)d doors. Enter them in parts.") % {"most": MOST})
        return given

    @property
    def doors(self) -> list[tuple[str, str]]:
        """Unit and room of each, in order."""
        given = self.cleaned_data
        if given["is_single"]:
            return [("", "")]
        units = [f"{unit}单元" if unit.isdigit() else unit for unit in given["units"]] or [""]
        return [(unit, f"{floor}{room}") for unit in units for floor in given["floors"] for room in given["rooms"]]


class BuildingForm(forms.ModelForm):
    """Where it stands and what it is."""

    area = PlaceField(label=_("Grid or community"))

    class Meta:
        model = Building
        fields = ["name", "area", "address", "use", "storeys", "longitude", "latitude"]
        help_texts = {"name": _("As people say it, with the estate: 棠湖小区3栋.")}

    use_required_attribute = False

    def __init__(self, *args, user, act: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].serve(user, act)
        if self.instance.pk:  # it may stand in another grid; no building goes to another community
            key = self.instance.community_key
            self.fields["area"].queryset = self.fields["area"].queryset.filter(key__gte=key, key__lt=key + 10**6)
        for name, least, most in (("longitude", -180, 180), ("latitude", -90, 90)):
            self.fields[name].min_value, self.fields[name].max_value = least, most

    def clean_name(self):
        return re.sub(r"\s+", "", unicodedata.normalize("NFKC", self.cleaned_data["name"]))

    def clean(self):
        given = super().clean()
        if (given.get("longitude") is None) != (given.get("latitude") is None):
            self.add_error("latitude", _("Longitude and latitude belong together."))
        for name, most in (("longitude", 180), ("latitude", 90)):
            if given.get(name) is not None and abs(given[name]) > most:
                self.add_error(name, _("No such place."))
        return given

    def validate_constraints(self):
        """The action says it of the name, where the database says it of the row."""

    @property
    def given(self) -> dict:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class DwellingForm(forms.ModelForm):
    class Meta:
        model = Dwelling
        fields = ["unit", "room", "standing", "use", "floor_area", "rooms", "code"]
        widgets = {"standing": Chips}

    use_required_attribute = False

    def clean_floor_area(self):
        area = self.cleaned_data["floor_area"]
        if area is not None and area <= 0:
            raise ValidationError(_("Larger than nothing."))
        return area

    def validate_constraints(self):
        """The action says it of the room."""

    @property
    def given(self) -> dict:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}
