"""What is asked about the limit of a case."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.attachments.forms import StagedPhotosField, WithFiles
from shuangliu.attachments.models import Role
from shuangliu.pages.forms import Chips, DayField, PhotoInput

from ..forms.acts import ActForm, KeptForm, lines
from .models import Event

SCANS = {"accept": "image/*,application/pdf"}


class StartClockForm(KeptForm):
    event = forms.ChoiceField(label=_("Counts from"), choices=Event.choices, widget=Chips)
    on = DayField(label=_("Day of the event"))


class AppraiseForm(KeptForm):
    subject = forms.CharField(label=_("What is appraised"), max_length=200)
    institution = forms.CharField(label=_("Institution"), max_length=100)
    began_on = DayField(label=_("Handed in on"), initial=localdate)


class AppraisedForm(ActForm, WithFiles):
    ended_on = DayField(label=_("Report received on"), initial=localdate)
    result = forms.CharField(label=_("Result in short"), max_length=2000, widget=lines(3))
    papers = StagedPhotosField(label=_("The report as scan or photo"), role=Role.PAPER, most=10, required=False,
                               widget=PhotoInput(SCANS, most=10))


class ExtendForm(KeptForm):
    agreed_on = DayField(label=_("Agreed on"), initial=localdate)
    committee = forms.CharField(label=_("Agreed for the committee"), max_length=100,
                                help_text=_("Who decided, in which office."))
    applicant_agrees = forms.BooleanField(label=_("The applicant side agrees"), required=False)
    respondent_agrees = forms.BooleanField(label=_("The respondent side agrees"), required=False)
    amount = forms.IntegerField(label=_("Longer by, in the unit of the limit"), min_value=1, max_value=90)
    record = forms.CharField(label=_("How it was agreed"), max_length=1000, widget=lines(3),
                             help_text=_("For instance: in writing, signed by both sides, in the session of that day."))
