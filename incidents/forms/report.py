"""The report: what a grid worker fills in with one hand on the street."""

from itertools import groupby

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from shuangliu.attachments.forms import StagedPhotosField, WithFiles
from shuangliu.attachments.models import Role
from shuangliu.pages.forms import TwoTapPicker

from .. import similar, whereabouts
from ..models import Category, Incident

MOST_PHOTOS = 6


def picker_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """The categories in use: the first level, and below each what can be tapped."""
    categories = Category.objects.reportable()
    return [(parent.name, [(category.code, category.name) for category in group])
            for parent, group in groupby(categories, lambda category: category.parent)]


class CategoryField(forms.ModelChoiceField):
    """A second-level category by its code; says when one has been retired since the page was opened."""

    default_error_messages = {
        "required": _("Please choose a category."),
        "invalid_choice": _("This category does not exist. Please choose another."),
        "retired": _("“%(name)s” is no longer in use. Please choose another category."),
    }

    def __init__(self, **kwargs):
        kinds = Category.objects.exclude(parent=None).select_related("parent")
        super().__init__(kinds, to_field_name="code", empty_label=None, **kwargs)

    def clean(self, value):
        category = super().clean(value)
        if category and not (category.is_active and category.parent.is_active):
            raise ValidationError(self.error_messages["retired"], code="retired", params={"name": category.name})
        return category


class ReportForm(WithFiles):
    """`uuid` names the form: sent twice it makes one incident, and photos once sent are kept under it."""

    photos = StagedPhotosField(role=Role.REPORT, most=MOST_PHOTOS, required=False, label=_("Photos of the scene"))
    category = CategoryField(label=_("Category"), widget=TwoTapPicker)
    description = forms.CharField(
        label=_("What is the matter?"), max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text=_("What happened, and whom it concerns. No names or ID numbers."))
    place = forms.CharField(label=_("Place"), max_length=200, required=False,
                            help_text=_("Street and house number, or what stands beside it."))
    longitude = forms.FloatField(min_value=-180, max_value=180, required=False, widget=forms.HiddenInput)
    latitude = forms.FloatField(min_value=-90, max_value=90, required=False, widget=forms.HiddenInput)
    joins = forms.IntegerField(required=False, widget=forms.HiddenInput)
    is_urgent = forms.BooleanField(label=_("Urgent: somebody is in danger, or many are affected"), required=False)

    field_order = ["photos", "category", "description", "place", "longitude", "latitude", "is_urgent", "uuid"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = picker_choices()

    def clean(self):
        cleaned = super().clean()
        longitude, latitude = cleaned.get("longitude"), cleaned.get("latitude")
        if (longitude is None) != (latitude is None):
            self.add_error("place", _("A point has a longitude and a latitude."))
        elif longitude is not None:
            try:
                whereabouts.find(self.by, longitude, latitude)
            except ValidationError as error:
                self.add_error("place", error)
        elif not cleaned.get("place") and not {"place", "longitude", "latitude"} & self.errors.keys():
            self.add_error("place", _("Mark the place on the map, or describe it in words."))
        cleaned["joins"] = self._joined(cleaned)
        return cleaned

    def _joined(self, cleaned: dict) -> Incident | None:
        """The matter that the report shall join: one of those that were shown, nothing far away or over."""
        longitude, latitude = cleaned.get("longitude"), cleaned.get("latitude")
        if cleaned.get("joins") is None:
            return None
        found = None
        if longitude is not None and latitude is not None:
            around = similar.near(now(), cleaned.get("category"), longitude, latitude)
            found = around.filter(pk=cleaned["joins"]).first()
        if found is None or not found.is_open:
            self.add_error("joins", _("The matter that you wanted to join is over, or is not here. Send your report on "
                                      "its own."))
            return None
        return found

    def given(self) -> dict:
        """What actions.report wants to know."""
        return {name: value for name, value in self.cleaned_data.items() if name != "photos"}
