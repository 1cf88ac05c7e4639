"""What is asked about visits: by the registrar, and of the worker at the door."""

import re
import uuid
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.models import Area, Level
from shuangliu.pages.forms import Chips, DayField

from ..filters import ANY, CountedFilter
from ..models.homes import Dwelling
from ..register.forms.fields import PlaceField
from .actions import AWAY, STAYS
from .measures import TALLY_BY_NAME
from .models import Purpose, Result, VisitTask

WEEK = timedelta(days=7)
MOST_AT_ONCE, USUAL = 100, 30
MOST_NEW = 50
NUMBERS = re.compile(r"\d{7,}")  # a phone or an ID number


def next_week():
    return localdate() + WEEK


class AskForm(forms.Form):
    purpose = forms.ChoiceField(label=_("purpose of the visit"), choices=Purpose, widget=Chips, initial=Purpose.CHECK,
                                help_text=_("The worker reads the purpose and the address, and masked who lives "
                                            "there."))
    due_on = DayField(label=_("to be made by"), initial=next_week)
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    use_required_attribute = False


class PlanForm(forms.Form):
    """The stalest dwellings of a grid, so many at once."""

    area = PlaceField(label=_("grid"), empty_label=None)
    n = forms.IntegerField(label=_("How many dwellings"), min_value=1, max_value=MOST_AT_ONCE, initial=USUAL)
    due_on = DayField(label=_("to be made by"), initial=next_week)

    use_required_attribute = False

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].serve(user, "visit.ask")
        self.fields["area"].queryset = self.fields["area"].queryset.filter(level=Level.GRID)

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day and day <= localdate():
            raise ValidationError(_("From tomorrow on."))
        return day


class ChosenForm(forms.Form):
    """Which of the dwellings of the preview; `grid` holds them."""

    dwellings = forms.ModelMultipleChoiceField(Dwelling.objects.none(), error_messages={
        "required": _("Choose one dwelling at least.")})

    def __init__(self, *args, grid: Area, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["dwellings"].queryset = Dwelling.objects.filter(grid_key=grid.key).select_related("building")


class ReportForm(forms.Form):
    """At the door: which visit, what was found. `tasks` are those the worker may make now."""

    task = forms.ModelChoiceField(VisitTask.objects.none(), label=_("Which visit?"), error_messages={
        "required": _("Choose the visit."),
        "invalid_choice": _("This visit is made or cancelled already, or is not yours.")})
    result = forms.ChoiceField(label=_("What did you find?"), choices=Result, widget=Chips)
    new_count = forms.IntegerField(label=_("How many are new?"), min_value=1, max_value=MOST_NEW, required=False,
                                   widget=forms.NumberInput({"inputmode": "numeric"}))
    new_name = forms.CharField(label=_("Name of one of them"), max_length=50, required=False,
                               widget=forms.TextInput({"autocomplete": "off"}),
                               help_text=_("No numbers, no papers: the registrar takes the details."))
    note = forms.CharField(label=_("Note"), max_length=200, required=False, help_text=_(
        "No names, phone or ID numbers, nothing about a person."))
    visited_at = forms.DateTimeField(required=False, widget=forms.HiddenInput)
    about = forms.CharField(required=False, widget=forms.HiddenInput)  # the address, for the outbox of the phone
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    use_required_attribute = False

    def __init__(self, *args, tasks, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["task"].queryset = tasks

    def clean_note(self):
        if NUMBERS.search(self.cleaned_data["note"]):
            raise ValidationError(_("That looks like a phone or ID number. Leave it out."))
        return self.cleaned_data["note"]

    def clean(self):
        given = super().clean()
        if given.get("result") != Result.SOMEBODY_NEW:
            given |= {"new_count": 0, "new_name": ""}
        elif not given.get("new_count") and "new_count" not in self.errors:
            self.add_error("new_count", _("How many people?"))
        return given

    def given(self) -> dict:
        """What actions.report wants to know besides the visit."""
        return {name: self.cleaned_data[name] for name in ("uuid", "result", "new_name", "new_count", "note",
                                                           "visited_at")}


class EnterForm(forms.Form):
    """Of everybody who lives there by the register: still there, or moved away on the day of the visit. Begun with what
    the worker found, so that one tap enters it; somebody of several who moved away is for the registrar to name."""

    BEGUN = {Result.CONFIRMED: STAYS, Result.SOMEBODY_NEW: STAYS, Result.EMPTY: AWAY, Result.NOT_LIVED_IN: AWAY}
    CHOICES = [(STAYS, _("Still lives here")), (AWAY, _("Moved away"))]

    use_required_attribute = False

    def __init__(self, *args, task: VisitTask, homes, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {}
        if task.result == Result.NOBODY:
            return
        begun = AWAY if task.result == Result.MOVED_AWAY and len(homes) == 1 else self.BEGUN.get(task.result)
        for home in homes:
            name = f"person_{home.person_id}"
            self.people[name] = home.person_id
            self.fields[name] = forms.ChoiceField(label=f"{home.person.masked_name} · {home.person.number}",
                                                  choices=self.CHOICES, widget=Chips, initial=begun)

    def given(self) -> dict[int, str]:
        return {key: self.cleaned_data[name] for name, key in self.people.items()}


class VisitFilter(CountedFilter):
    act, moment, tallies, alike = "visit.view", "asked_at", TALLY_BY_NAME, ("purpose",)

    purpose = forms.ChoiceField(label=_("purpose of the visit"), choices=[ANY, *Purpose.choices], required=False)
