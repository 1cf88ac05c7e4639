"""One form for each kind of act. `given()` is what the action wants to know."""

from collections.abc import Sequence
from datetime import timedelta

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.models import Area
from mediation.models import DisputeCategory
from shuangliu.attachments.forms import StagedPhotosField, WithFiles
from shuangliu.attachments.models import Role
from shuangliu.pages.forms import Chips, TwoTapPicker

from .. import choices
from ..demands.tasks import unanswered, waiting_words
from ..models import Incident
from ..models.rule import OWN_DESK
from ..states import NOT_INTO
from .helpers import WithHelpers
from .report import CategoryField, picker_choices

LONG = 500
MOST_SUSPENDED = 366  # days until it is looked at again
FEW = 8  # more than so many choices are a list, not chips


def _text(label, *, required: bool, rows: int = 2, most: int = LONG, **more) -> forms.CharField:
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, max_length=most, required=required, widget=widget, **more)


class ActForm(forms.Form):
    """A form about `incident`, filled in by `by`; the same answer may be for others `also`."""

    def __init__(self, *args, incident: Incident, by, also: Sequence[Incident] = (), **kwargs):
        self.incident, self.by, self.also = incident, by, also
        super().__init__(*args, **kwargs)

    def given(self) -> dict:
        return self.cleaned_data


class FilesForm(ActForm, WithFiles):
    """An act with photos: they are claimed by the draft's uuid."""

    def __init__(self, *args, incident: Incident, by, **kwargs):
        self.incident = incident
        WithFiles.__init__(self, *args, by=by, **kwargs)

    def given(self) -> dict:
        given = {name: value for name, value in self.cleaned_data.items() if name not in (*self.file_fields, "uuid")}
        return {**given, "draft": self.cleaned_data["uuid"]}


class NoteForm(ActForm):
    note = _text(_("Note"), required=False)


class ReasonForm(ActForm):
    reason = _text(_("Reason"), required=True, rows=3)


class LocateForm(ActForm):
    grid = forms.ModelChoiceField(Area.objects.none(), label=_("Grid"), to_field_name="code")
    note = _text(_("Note"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["grid"]
        field.queryset = choices.grids_for(self.incident, self.by)
        field.choices = [("", "---------"), *choices.by_community(field.queryset)]
        if self.incident.grid_id:
            field.initial = self.incident.grid.code


class AssignForm(WithHelpers, ActForm):
    """`department` by its code; "self" = the desk handles it itself."""

    SELF = OWN_DESK

    department = forms.ChoiceField(label=_("Handled by"), widget=Chips)
    note = _text(_("Note"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        incidents = [self.incident, *self.also]
        self.departments = {office.code: office for office in choices.departments_for_all(incidents, self.by)}
        field = self.fields["department"]
        if len(self.departments) > FEW:
            field.widget = forms.Select()
        suggested = {choices.suggestion(incident, self.departments) for incident in incidents}
        if len(suggested) == 1:
            (one,) = suggested
            field.initial, field.help_text = one.code, one.reason
        # What is suggested stands first: the thumb need not look for it.
        field.choices = sorted([*choices.named(self.departments), (self.SELF, _("Ourselves"))],
                               key=lambda choice: choice[0] != field.initial)
        if not self.also:  # who helps whom is said of one
            self.add_helpers(self.departments)

    def clean_department(self):
        return self.departments.get(self.cleaned_data["department"])


class DecideForm(AssignForm):
    note = None
    reason = _text(_("What was decided, and with whom"), required=True, rows=3)


class CorrectForm(ActForm):
    category = CategoryField(label=_("Category"), widget=TwoTapPicker)
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    note = _text(_("Note"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = picker_choices()
        self.fields["category"].initial = self.incident.category.code
        self.fields["place"].initial = self.incident.place


class MergeForm(ActForm):
    """`into` by its number, of what `by` may see."""

    into = forms.CharField(label=_("Number of the incident that goes on"), max_length=20,
                           widget=forms.TextInput({"placeholder": "SJ00000001"}))
    note = _text(_("Note"), required=False)

    def clean_into(self) -> Incident:
        found = Incident.objects.visible_to(self.by).numbered(self.cleaned_data["into"]).first()
        if found is None:
            raise forms.ValidationError(_("There is no incident with this number that you may see."))
        if found.pk == self.incident.pk or found.state in NOT_INTO:
            raise forms.ValidationError(
                _("This one cannot take it: it is the same, merged itself, or was not accepted."))
        return found


class SelfHandleForm(FilesForm):
    reply = _text(_("What was done"), required=True, rows=3, most=2000)
    before = StagedPhotosField(role=Role.BEFORE, most=3, label=_("Photos before"))
    photos = StagedPhotosField(role=Role.AFTER, most=6, label=_("Photos of the result"))

    field_order = ["before", "photos", "reply", "uuid"]


class SuspendForm(ActForm):
    review_on = forms.DateField(label=_("To be looked at again on"),
                                widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    reason = _text(_("Reason"), required=True, rows=3)

    def clean_review_on(self):
        day, today = self.cleaned_data["review_on"], localdate()
        if not today < day <= today + timedelta(days=MOST_SUSPENDED):
            raise forms.ValidationError(_("A day after today, within a year."))
        return day


class ResolveForm(FilesForm):
    reply = _text(_("What was done"), required=True, rows=3, most=2000)
    photos = StagedPhotosField(role=Role.AFTER, most=6, label=_("Photos of the result"))

    field_order = ["reply", "photos", "uuid"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["photos"].required = self.incident.category.needs_photo

    def clean(self):
        """Whoever leads replies for all: not before the others have answered. What was sent is staged all the same."""
        cleaned = super().clean()
        if missing := unanswered(self.incident):
            raise forms.ValidationError(waiting_words(missing))
        return cleaned


class CheckForm(FilesForm):
    note = _text(_("What you saw"), required=False)
    photos = StagedPhotosField(role=Role.AFTER, most=6, required=False, label=_("Photos of the check"))

    field_order = ["note", "photos", "uuid"]


class ReworkForm(FilesForm):
    reason = _text(_("What is still missing"), required=True, rows=3)
    photos = StagedPhotosField(role=Role.AFTER, most=6, required=False, label=_("Photos of the check"))

    field_order = ["reason", "photos", "uuid"]


class JudgeForm(ActForm):
    satisfaction = forms.ChoiceField(label=_("How was it settled?"), choices=Incident.Satisfaction, widget=Chips)
    comment = _text(_("Your words"), required=False)


class MediateForm(ActForm):
    category = forms.ModelChoiceField(DisputeCategory.objects.none(), label=_("Kind of dispute"), to_field_name="code",
                                      help_text=_("As the mediation centre counts it."))
    title = forms.CharField(label=_("Title"), max_length=100, help_text=_("What the dispute is about, in one line."))
    people = forms.IntegerField(label=_("People involved"), min_value=1, max_value=100_000, initial=2,
                                widget=forms.NumberInput({"inputmode": "numeric"}))
    note = _text(_("Note"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["category"]
        field.queryset = DisputeCategory.objects.filter(is_active=True)
        field.choices = [("", "---------"), *choices.disputes()]
        place = self.incident.place or (self.incident.grid.name if self.incident.grid_id else "")
        self.fields["title"].initial = f"{place}{self.incident.category.name}"[:100]
