"""Call-ups, answers and hours."""

import uuid
from datetime import timedelta
from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips

from ..kinds import WANTED, Task
from ..models import Invitation, Team, Volunteer
from ..models.hours import MOST
from .teams import AreaChoice, JoinForm, areas_of

MOMENT = forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M")
LONGEST = timedelta(days=3)


class CallForm(forms.Form):
    title = forms.CharField(label=_("Occasion"), max_length=60)
    task = forms.ChoiceField(label=_("task"), choices=Task, widget=Chips)
    is_risky = forms.BooleanField(label=_("Dangerous, whatever the task"), required=False, help_text=_(
        "Walking by night, rescue and searching always are: they ask adults who are insured and trained in safety."))
    area = AreaChoice()
    team = forms.ModelChoiceField(Team.objects.none(), label=_("Only this team"), required=False,
                                  empty_label=_("All who serve there"))
    wanted = forms.ChoiceField(label=_("Only who offers"), choices=[("", _("All")), *WANTED], required=False)
    place = forms.CharField(label=_("Where to meet"), max_length=100)
    starts_at = forms.DateTimeField(label=_("starts at"), widget=MOMENT)
    ends_at = forms.DateTimeField(label=_("ends at"), widget=MOMENT)
    needed = forms.IntegerField(label=_("How many are needed"), min_value=1, max_value=500)
    note = forms.CharField(label=_("What to bring, whom to ask for"), max_length=300, required=False,
                           widget=forms.Textarea({"rows": 2}))
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    use_required_attribute = False

    def __init__(self, data=None, *, user):
        super().__init__(data)
        self.fields["area"].queryset = areas_of(user, "call-up.make")
        self.fields["team"].queryset = Team.objects.of_desk(user).standing().order_by("id")

    def clean(self):
        said = super().clean()
        start, end = said.get("starts_at"), said.get("ends_at")
        if start and end and end - start > LONGEST:
            self.add_error("ends_at", _("Three days at most: then call up anew."))
        return said


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(label=_("Answer"), choices=Invitation.Answer, widget=Chips)

    use_required_attribute = False


class CancelForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=200)

    use_required_attribute = False


def _quarters() -> forms.NumberInput:
    return forms.NumberInput({"step": "0.25", "class": "input--short"})


class HoursForm(forms.Form):
    """A line for each volunteer: how long they were there, empty for not at all; and one more by number."""

    use_required_attribute = False

    def __init__(self, data=None, *, people: list[Volunteer], said: dict[int, Decimal], user):
        super().__init__(data)
        self.people, self.user = people, user
        for one in people:
            self.fields[f"hours_{one.pk}"] = forms.DecimalField(
                label=f"{one.masked_name} {one.number}", required=False, min_value=0, max_value=MOST, max_digits=4,
                decimal_places=2, initial=said.get(one.pk), widget=_quarters())
        self.fields["number"] = forms.CharField(
            label=_("Somebody else who was there"), max_length=24, required=False,
            help_text=_("Number of the volunteer: ZY00000012, or 12."))
        self.fields["more"] = forms.DecimalField(
            label=_("hours of service"), required=False, min_value=0, max_value=MOST, max_digits=4, decimal_places=2,
            widget=_quarters())

    clean_number_of = JoinForm.clean_number

    def clean_number(self):
        return self.clean_number_of() if self.cleaned_data["number"] else None

    def clean(self):
        said = super().clean()
        if said.get("number") and not said.get("more"):
            self.add_error("more", _("Please say how long."))
        return said

    def lines(self):
        return [(one, self[f"hours_{one.pk}"]) for one in self.people]

    def given(self) -> dict[Volunteer, Decimal | None]:
        said = {one: self.cleaned_data[f"hours_{one.pk}"] for one in self.people}
        if more := self.cleaned_data["number"]:
            said[more] = self.cleaned_data["more"]
        return said
