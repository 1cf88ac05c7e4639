"""Joint meetings and their decisions."""

import uuid
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import DayField, ManyChips

from ...models import JointMeeting, MediationCenter, MemberUnit

LONGEST = timedelta(days=366)


class MeetingForm(forms.ModelForm):
    """Of the centre that the user keeps; `?center=` where there are several."""

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    held_at = forms.DateTimeField(
        label=_("Time of the meeting"), widget=forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M"))
    present = forms.ModelMultipleChoiceField(
        label=_("Units that came"), queryset=MemberUnit.objects.none(), required=False, widget=ManyChips)

    class Meta:
        model = JointMeeting
        fields = ["center", "subject", "held_at", "place", "agenda", "present", "minutes"]
        widgets = {"agenda": forms.Textarea({"rows": 4}), "minutes": forms.Textarea({"rows": 8}),
                   "center": forms.HiddenInput}
        help_texts = {"agenda": _("One item a line."), "minutes": _("What was said. Of a case: its number, no names.")}

    def __init__(self, *args, user, center: MediationCenter, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["center"].queryset = MediationCenter.objects.filter(pk=center.pk)
        self.initial["center"] = center.pk
        if self.instance.pk:
            del self.fields["uuid"]
            asked = MemberUnit.objects.filter(pk__in=self.instance.attendance.values("unit"))
            self.initial["present"] = list(
                self.instance.attendance.filter(is_present=True).values_list("unit", flat=True))
        else:
            self.initial["uuid"], asked = uuid.uuid4(), MemberUnit.objects.none()
        self.fields["present"].queryset = (MemberUnit.objects.filter(center=center, is_active=True) | asked).distinct()

    def clean_held_at(self):
        held_at = self.cleaned_data["held_at"]
        if held_at > now():
            raise ValidationError(_("This lies in the future: write a meeting down after it was held."))
        return held_at


def later(day, after, message) -> None:
    if day <= after:
        raise ValidationError(message)
    if day > localdate() + LONGEST:
        raise ValidationError(_("At most a year ahead."))


class DecisionForm(forms.Form):
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    text = forms.CharField(label=_("Decision"), max_length=1000, widget=forms.Textarea({"rows": 4}),
                           help_text=_("What shall be done, so that one can tell whether it was."))
    unit = forms.ModelChoiceField(label=_("Responsible unit"), queryset=MemberUnit.objects.none(),
                                  empty_label=_("Please choose"))
    due_on = DayField(label=_("To be done by"), help_text=_("Where it is a day off: by the next working day."))

    def __init__(self, *args, meeting: JointMeeting, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = MemberUnit.objects.filter(center=meeting.center, is_active=True)

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        later(day, localdate(), _("A day after today, please."))
        return day


class OnDecision(forms.Form):
    """About one decision."""

    def __init__(self, *args, decision, **kwargs):
        super().__init__(*args, **kwargs)
        self.decision = decision


class DoneForm(OnDecision):
    result = forms.CharField(label=_("Result"), max_length=2000, widget=forms.Textarea({"rows": 4}),
                             help_text=_("What was done, and how one can see it."))


class DropForm(OnDecision):
    reason = forms.CharField(label=_("Reason"), max_length=200)


class ExtendForm(OnDecision):
    due_on = DayField(label=_("To be done by"), help_text=_("Where it is a day off: by the next working day."))
    reason = forms.CharField(label=_("Reason"), max_length=200)

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        later(day, max(localdate(), localdate(self.decision.due_at)), _("A day after the present one, please."))
        return day
