"""What the pages of cameras and neighbours ask for."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import area_q, posts_for
from grids.locate import grid_at
from grids.models import Area, Level
from residents.filters import ANY
from residents.leases.forms.fields import PhoneField
from shuangliu.pages.forms import Chips, DayField

from .models import Camera, Neighbour
from .rules import LACKS
from .states import State


class CameraForm(forms.ModelForm):
    """The entry of a camera; the grid follows from its point, else a community is chosen."""

    area = forms.ModelChoiceField(Area.objects.none(), label=_("Village or community"), to_field_name="code",
                                  required=False, empty_label=_("by its point"))
    installed_on = DayField(label=_("In use since"))

    class Meta:
        model = Camera
        fields = ["code", "site", "longitude", "latitude", "area", "owner", "owned_by", "purpose", "installed_on",
                  "filing", "has_sign", "retention_days"]
        labels = {"code": _("Asset number"), "site": _("Where it stands"), "longitude": _("Longitude (WGS-84)"),
                  "latitude": _("Latitude (WGS-84)"), "owner": _("Kind of owner"),
                  "owned_by": _("Organisation that owns it"), "purpose": _("What it is for"),
                  "filing": _("Filing number with the police"), "has_sign": _("A sign stands in place"),
                  "retention_days": _("Days for which pictures are kept")}
        help_texts = {"filing": _("Within 30 days of its start (video regulation art. 14)."),
                      "retention_days": _("30 at least (video regulation art. 17)."),
                      "owned_by": _("An organisation, not a person.")}
        widgets = {"owner": Chips, "purpose": Chips}

    def __init__(self, data=None, *, by, act: str, instance=None, **kwargs):
        super().__init__(data, instance=instance, **kwargs)
        self.areas = [post.area for post in posts_for(by, act)]
        self.fields["area"].queryset = Area.objects.filter(
            area_q(self.areas, "key"), level=Level.COMMUNITY, valid_to=None).order_by("key").defer("outline")
        for name in ("owner", "purpose"):
            self.fields[name].choices = [one for one in self.fields[name].choices if one[0]]
        if instance is not None and instance.pk:
            area = instance.area
            self.initial["area"] = (area.parent if area.level == Level.GRID else area).code

    def clean(self):
        cleaned = super().clean()
        longitude, latitude = cleaned.get("longitude"), cleaned.get("latitude")
        if (longitude is None) != (latitude is None):
            self.add_error("latitude", _("A point has a longitude and a latitude."))
        elif longitude is not None:
            grid = grid_at(longitude, latitude)
            if grid is None or not any(area.low <= grid.key < area.high for area in self.areas):
                self.add_error("latitude", _("This point lies in none of your grids."))
            else:
                cleaned["area"] = grid
        if not cleaned.get("area") and not self.errors:
            self.add_error("area", _("Give a point, or choose where it stands."))
        return cleaned

    def _post_clean(self):
        """The action writes; the model's own checks of uniqueness are its."""

    def given(self) -> dict:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class FaultForm(forms.Form):
    fault = forms.CharField(label=_("What is wrong"), max_length=200, widget=forms.Textarea({"rows": 3}),
                            help_text=_("Say: no power, cable torn, pole leans. Nothing of what it has seen."))

    def __init__(self, data=None, *, camera, at):
        super().__init__(data)

    def given(self) -> dict:
        return self.cleaned_data


class RestoreForm(forms.Form):
    note = forms.CharField(label=_("Note"), max_length=200, required=False, widget=forms.Textarea({"rows": 2}))

    def __init__(self, data=None, *, camera, at):
        super().__init__(data)

    def given(self) -> dict:
        return self.cleaned_data


class RemoveForm(RestoreForm):
    removed_on = DayField(label=_("Taken down on"))

    field_order = ["removed_on", "note"]

    def __init__(self, data=None, *, camera, at):
        super().__init__(data, camera=camera, at=at)
        self.fields["removed_on"].initial = localdate(at)


class CameraFilter(forms.Form):
    """`area` is any area code, `lack` one of LACKS or "any"."""

    state = forms.ChoiceField(label=_("State"), choices=[ANY, *State.choices], required=False)
    owner = forms.ChoiceField(label=_("Kind of owner"), choices=[ANY, *Camera.Owner.choices], required=False)
    area = forms.CharField(label=_("Area"), required=False, widget=forms.Select)
    lack = forms.ChoiceField(label=_("What it lacks"), required=False, choices=[
        ANY, ("any", _("Anything")), *((code, lack.label) for code, lack in LACKS.items())])

    def __init__(self, data, *, user):
        super().__init__(data)
        areas = [post.area for post in posts_for(user, "camera.view")]
        below = Area.objects.filter(area_q(areas, "key"), level__in=[Level.TOWN, Level.COMMUNITY], valid_to=None)
        self.fields["area"].widget.choices = [ANY, *below.order_by("key").values_list("code", "name")]

    def clean_area(self) -> Area | None:
        code = self.cleaned_data["area"]
        area = Area.objects.by_code(code) if code else None
        if code and area is None:
            raise ValidationError(_("There is no area with this code."))
        return area

    @property
    def is_set(self) -> bool:
        return any(self.data.get(name) for name in self.fields)

    @property
    def said(self) -> dict:
        """What narrows the list, for the log."""
        return {name: self.data[name] for name in self.fields if self.data.get(name)}

    def narrow(self, rows, at):
        """Those that fit all filters that are understood."""
        self.is_valid()
        chosen = self.cleaned_data
        rows = rows.filter(**{name: chosen[name] for name in ("state", "owner") if chosen.get(name)})
        if area := chosen.get("area"):
            rows = rows.filter(area_q([area]))
        if lack := chosen.get("lack"):
            rows = rows.lacking_any(at, localdate(at)) if lack == "any" else rows.lacking(lack, at, localdate(at))
        return rows


class NeighbourForm(forms.ModelForm):
    area = forms.ModelChoiceField(Area.objects.none(), label=_("Our town on the border"), to_field_name="code",
                                  empty_label=None)
    duty_line = PhoneField(label=_("Phone of the duty room"))
    contact_name = forms.CharField(label=_("Contact person"), max_length=60, required=False, widget=forms.TextInput(
        {"autocomplete": "off", "data-draft-skip": True}), help_text=_("Kept encrypted, and shown masked."))
    contact_phone = PhoneField(label=_("Phone of the contact person"), required=False)

    class Meta:
        model = Neighbour
        fields = ["area", "beyond", "organisation", "duty_line", "contact_name", "contact_phone", "shifts", "is_active"]
        labels = {"beyond": _("Area next door"), "organisation": _("Organisation next door"),
                  "shifts": _("How joint shifts go"), "is_active": _("We work together")}
        help_texts = {"shifts": _("Meeting point, days and hours, who calls whom. No suspects.")}
        widgets = {"shifts": forms.Textarea({"rows": 4})}

    def __init__(self, data=None, *, by, act: str, instance=None):
        super().__init__(data, instance=instance)
        areas = [post.area for post in posts_for(by, act)]
        self.fields["area"].queryset = Area.objects.filter(area_q(areas, "key"), level=Level.TOWN,
                                                           valid_to=None).order_by("key").defer("outline")
        if instance is not None and instance.pk:
            self.initial["area"] = instance.area.code

    def _post_clean(self):
        """The action writes."""

    def given(self) -> dict:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}
