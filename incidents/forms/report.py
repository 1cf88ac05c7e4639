"""The report: what a grid worker fills in with one hand on the street."""

from itertools import groupby

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import covers, holds, posts_for
from shuangliu.attachments.forms import StagedPhotosField, WithFiles
from shuangliu.attachments.models import Role
from shuangliu.pages.forms import TwoTapPicker

from .. import similar, whereabouts
from ..models import Category, Incident
from .questions import WithQuestions

MOST_PHOTOS, MOST_PROOFS = 6, 3
PROOFS = ["before", "after", "reply"]
SETTLING = ["is_settled", *PROOFS]


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


class ReportForm(WithQuestions, WithFiles):
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
    written_at = forms.DateTimeField(required=False, widget=forms.HiddenInput)
    joins = forms.IntegerField(required=False, widget=forms.HiddenInput)
    is_urgent = forms.BooleanField(label=_("Urgent: somebody is in danger, or many are affected"), required=False)

    is_settled = forms.BooleanField(label=_("I have settled it on the spot"), required=False)
    # Asked for where the box is ticked.
    before = StagedPhotosField(role=Role.BEFORE, most=MOST_PROOFS, label=_("Photos before"))
    after = StagedPhotosField(role=Role.AFTER, most=MOST_PROOFS, label=_("Photos of the result"))
    reply = forms.CharField(label=_("What was done"), max_length=2000, widget=forms.Textarea({"rows": 3}))

    use_required_attribute = False
    where: whereabouts.Whereabouts | None = None  # of the point, once it is checked

    field_order = ["photos", "category", "description", "place", "longitude", "latitude", "is_urgent", "is_settled",
                   *PROOFS, "uuid"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = picker_choices  # read when they are shown
        if not holds(self.by, "incident.self-handle"):
            for name in SETTLING:
                del self.fields[name]
        elif self.is_bound and not self._says_settled():
            for name in PROOFS:
                self.fields[name].required = False

    def clean(self):
        cleaned = super().clean()
        longitude, latitude = cleaned.get("longitude"), cleaned.get("latitude")
        if (longitude is None) != (latitude is None):
            self.add_error("place", _("A point has a longitude and a latitude."))
        elif longitude is not None:
            try:
                self.where = whereabouts.find(self.by, longitude, latitude)
            except ValidationError as error:
                self.add_error("place", error)
        elif not cleaned.get("place") and not {"place", "longitude", "latitude"} & self.errors.keys():
            self.add_error("place", _("Mark the place on the map, or describe it in words."))
        cleaned["joins"] = self._joined(cleaned)
        if cleaned.get("is_settled") and not cleaned["joins"]:
            self._check_settled(cleaned)
        return cleaned

    def _joined(self, cleaned: dict) -> Incident | None:
        """The matter that the report shall join: one of those that were shown, nothing far away or over."""
        longitude, latitude = cleaned.get("longitude"), cleaned.get("latitude")
        if cleaned.get("joins") is None:
            return None
        found = None
        if longitude is not None and latitude is not None:
            around = similar.near(now(), cleaned.get("category"), longitude, latitude)
            found = around.filter(pk=cleaned["joins"]).select_related("category__parent").first()
        if found is None or not found.is_open or not similar.may_join(self.by, found):
            self.add_error("joins", _("The matter that you wanted to join is over, or is not here. Send your report on "
                                      "its own."))
            return None
        return found

    def _says_settled(self) -> bool:
        box = self.fields["is_settled"].widget
        return box.value_from_datadict(self.data, self.files, self.add_prefix("is_settled"))

    def _check_settled(self, cleaned: dict) -> None:
        """当场处置 is for the worker's own grid (domain.md §5.1)."""
        longitude, latitude = cleaned.get("longitude"), cleaned.get("latitude")
        if not {"place", "longitude", "latitude"} & self.errors.keys():
            where = self.where or whereabouts.find(self.by, longitude, latitude)
            if not any(covers(post, where.area.key) for post in posts_for(self.by, "incident.self-handle")):
                self.add_error("place", whereabouts.NOT_OWN_GRID)

    def given(self) -> dict:
        """What actions.report wants to know."""
        own = (self.base_fields.keys() & self.cleaned_data.keys()) - {"asked", *self.file_fields, *SETTLING}
        reply = self.cleaned_data["reply"] if self.cleaned_data.get("is_settled") else ""
        return {**{name: self.cleaned_data[name] for name in own}, "reply": reply, "answers": self.answers(),
                "where": self.where}
