"""What is said of a point, and what narrows the list of points."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import area_q, covers, posts_for
from grids.locate import grid_at
from grids.models import Area, Level
from shuangliu.pages.forms import Chips

from .models import PatrolPoint, PointKind


class PointForm(forms.ModelForm):
    """Its grid follows from where it lies, which is in an area of whoever writes."""

    class Meta:
        model = PatrolPoint
        fields = ["name", "kind", "place", "longitude", "latitude", "radius", "unit", "opens", "closes"]
        widgets = {"kind": Chips, "opens": forms.TimeInput({"type": "time"}, "%H:%M"),
                   "closes": forms.TimeInput({"type": "time"}, "%H:%M")}
        help_texts = {"radius": _("How near a phone must stand, 20 to 500 metres. More for a wide crossing."),
                      "opens": _("Both empty: day and night.")}

    use_required_attribute = False

    def __init__(self, *args, by, act: str, **kwargs):
        self.by, self.act = by, act
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = PointKind.choices
        self.fields["radius"].widget.attrs |= {"min": 20, "max": 500}

    def clean_name(self):
        name = self.cleaned_data["name"]
        if PatrolPoint.objects.in_use().filter(name=name).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("There is a point of this name already."))
        return name

    def clean_radius(self):
        radius = self.cleaned_data["radius"]
        if not 20 <= radius <= 500:
            raise ValidationError(_("Between 20 and 500 metres."))
        return radius

    def clean(self):
        cleaned = super().clean()
        longitude, latitude = cleaned.get("longitude"), cleaned.get("latitude")
        if longitude is not None and latitude is not None:
            grid = grid_at(longitude, latitude) if abs(longitude) <= 180 and abs(latitude) <= 90 else None
            if grid is None or not any(covers(post, grid.key) for post in posts_for(self.by, self.act)):
                self.add_error("latitude", _("This point does not lie in your area."))
            cleaned["area"] = grid
        if (cleaned.get("opens") is None) != (cleaned.get("closes") is None):
            self.add_error("closes", _("Say both hours, or neither."))
        return cleaned

    def given(self) -> dict:
        return dict(self.cleaned_data)


class PointFilter(forms.Form):
    """`?town=` a code, `?kind=`, `?closed=on`."""

    town = forms.ModelChoiceField(Area.objects.none(), label=_("Town (subdistrict)"), to_field_name="code",
                                  required=False, empty_label=_("All"))
    kind = forms.ChoiceField(label=_("kind"), choices=[("", _("All")), *PointKind.choices], required=False)
    closed = forms.BooleanField(label=_("Points given up"), required=False)

    def __init__(self, data, *, user):
        super().__init__(data)
        areas = [post.area for post in posts_for(user, "point.view")]
        self.fields["town"].queryset = Area.objects.filter(area_q(areas, "key"), level=Level.TOWN).current(
            localdate()).defer("outline").order_by("key")

    def narrow(self, points):
        """The points that fit; what is not understood is no filter."""
        self.is_valid()
        chosen = self.cleaned_data
        points = points.filter(closed_on__isnull=False) if chosen.get("closed") else points.in_use()
        if town := chosen.get("town"):
            points = points.filter(town_key=town.key)
        return points.filter(kind=chosen["kind"]) if chosen.get("kind") else points

    @property
    def is_set(self) -> bool:
        return any(self.data.get(name) for name in self.fields)
