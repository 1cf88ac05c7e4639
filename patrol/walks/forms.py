"""What is told on a walk: the check-in, and what was found."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from incidents.forms.report import CategoryField, picker_choices
from shuangliu.attachments.forms import StagedPhotosField, WithFiles
from shuangliu.attachments.models import Role
from shuangliu.pages.forms import TwoTapPicker
from shuangliu.pages.written import believed
from shuangliu.privacy.masking import mask_numbers

from ..points import signs
from ..points.models import PatrolPoint
from ..shifts.models import CheckIn, Shift
from . import actions, mine

MOST_PHOTOS, MOST_FOUND = 3, 6
Way = CheckIn.Way


class StopField(forms.ModelChoiceField):
    """One of the points of the shift. Its list refuses nothing: the phone's copy of it may be of yesterday."""

    def __init__(self, **kwargs):
        super().__init__(PatrolPoint.objects.all(), **{"required": False, **kwargs})

    def offer(self, shift: Shift | None, empty: str) -> None:
        stops = shift.stops.select_related("point") if shift else []
        self.choices = [("", empty), *((stop.point_id, f"{stop.position}. {stop.point}") for stop in stops)]


class OnShift(WithFiles):
    """A form that belongs to a shift of its sender: the one that it names, else the one that ran when it was
    written."""

    shift = forms.IntegerField(required=False, widget=forms.HiddenInput)
    longitude = forms.FloatField(min_value=-180, max_value=180, required=False, widget=forms.HiddenInput)
    latitude = forms.FloatField(min_value=-90, max_value=90, required=False, widget=forms.HiddenInput)

    use_required_attribute = False
    moment = ""  # the field with the phone's time

    def __init__(self, *args, on: Shift | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["point"].offer(on, self.nowhere)
        self.initial.setdefault("shift", on and on.pk)

    def clean(self):
        cleaned = super().clean()
        if (cleaned.get("longitude") is None) != (cleaned.get("latitude") is None):
            cleaned["longitude"] = cleaned["latitude"] = None
        if (named := cleaned.get("shift")) is not None:
            cleaned["shift"] = Shift.objects.walked_by(self.by).select_related("area").defer("area__outline").filter(
                pk=named).first()
        else:
            cleaned["shift"] = mine.at_work(self.by, believed(cleaned.get(self.moment), now()))
        return cleaned

    def given(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "photos"}


class CheckInForm(OnShift):
    """`token` is what the sign said; without it the point is chosen, and the position may tell that it is near.
    `about` names it in the outbox of the phone."""

    nowhere, moment = _("Which point?"), "made_at"

    point = StopField(label=_("Patrol point"), error_messages={"required": _("Say at which point.")})
    note = forms.CharField(label=_("note"), max_length=200, required=False,
                           help_text=_("What the leader should know. No names, no numbers of persons."))
    photos = StagedPhotosField(role=Role.REPORT, most=MOST_PHOTOS, required=False, label=_("Photos"))
    way = forms.ChoiceField(choices=[(way.value, way.label) for way in (Way.POSITION, Way.HAND)], required=False)
    token = forms.CharField(label=_("Patrol sign"), max_length=100, required=False, widget=forms.HiddenInput)
    made_at = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["point"].required = not self.data.get("token")

    def clean(self):
        cleaned = super().clean()
        if token := cleaned.pop("token", ""):
            cleaned["way"], cleaned["point"] = Way.SIGN, signs.scanned(token)
            if cleaned["point"] is None:
                self.add_error("token", _("This sign is not valid: it has been replaced, or is none of ours."))
        elif (point := cleaned.get("point")) and (shift := cleaned["shift"]) and not shift.stops.filter(
                point=point).exists():
            self.add_error("point", _("This point is not on your shift. Scan its sign."))
        if cleaned["shift"] is None:
            raise ValidationError(_("You had no shift at that time, so there is nothing to check in for."), code="none")
        cleaned["way"] = cleaned.get("way") or (Way.HAND if cleaned["longitude"] is None else Way.POSITION)
        if cleaned["way"] == Way.HAND:
            cleaned["longitude"] = cleaned["latitude"] = None
        return cleaned

    def clean_note(self):
        return mask_numbers(self.cleaned_data["note"])


class FindingForm(OnShift):
    """Short: a photo, what sort of thing, a few words, and where: at a point of the shift, or in words."""

    nowhere, moment = _("At another place"), "written_at"

    photos = StagedPhotosField(role=Role.REPORT, most=MOST_FOUND, required=False, label=_("Photos of the scene"))
    category = CategoryField(label=_("Category"), widget=TwoTapPicker)
    description = forms.CharField(
        label=_("What is the matter?"), max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text=_("What happened, and whom it concerns. No names or ID numbers."))
    point = StopField(label=_("At which point of the shift?"))
    place = forms.CharField(label=_("Place"), max_length=200, required=False,
                            help_text=_("Street and house number, or what stands beside it."))
    is_urgent = forms.BooleanField(label=_("Urgent: somebody is in danger, or many are affected"), required=False)
    written_at = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = picker_choices  # read when they are shown

    def clean(self):
        cleaned = super().clean()
        known = cleaned.get("point") or cleaned.get("place") or cleaned["longitude"] is not None
        if not known and not {"place", "point"} & self.errors.keys():
            self.add_error("place", _("Say at which point, or describe the place in words."))
        return cleaned

    def report(self, *, at):
        """The incident, and whether it is new; None when its place is out of reach, which the form then says."""
        try:
            return actions.report(by=self.by, at=at, **self.given())
        except ValidationError as error:
            self.add_error("place", error)
            return None, False


class StandInForm(forms.Form):
    """A leader tells of somebody whose phone is dead: at which point, and how the leader knows."""

    point = StopField(label=_("Patrol point"), required=True)
    note = forms.CharField(label=_("How do you know?"), max_length=200,
                           help_text=_("For instance: seen by radio, phone out of power. No numbers of persons."))
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    use_required_attribute = False

    def __init__(self, *args, shift: Shift, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["point"].queryset = PatrolPoint.objects.filter(pk__in=shift.stops.values("point"))
        self.fields["point"].offer(shift, _("Which point?"))

    def clean_note(self):
        return mask_numbers(self.cleaned_data["note"])
