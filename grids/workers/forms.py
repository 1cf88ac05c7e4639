"""What is typed into the file of a grid worker."""

import re
from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips, DayField
from shuangliu.privacy import id_number

from ..jurisdiction import posts_for
from ..models import Area, Level
from .models import Certificate, Skill, Training, WorkerFile

MOST_SKILLS, LONGEST_SKILL = 12, 20
BETWEEN = re.compile(r"[,，、;；\s]+")


def not_ahead(value: date | None) -> None:
    if value and value > localdate():
        raise ValidationError(_("This day lies in the future."))


class FileForm(forms.Form):
    selection = forms.ChoiceField(label=_("How selected"), choices=WorkerFile.Selection.choices, widget=Chips)
    selected_on = DayField(label=_("Selected on"), validators=[not_ahead])
    selected_by = forms.CharField(label=_("Selected by"), max_length=60, help_text=_("The office that decided."))
    document = forms.CharField(label=_("Document number"), max_length=100, required=False)
    skills = forms.CharField(label=_("Skills"), max_length=300, required=False,
                             help_text=_("With a comma between: mediation, first aid, sign language."))

    def clean_skills(self) -> list[str]:
        names = list(dict.fromkeys(name for name in BETWEEN.split(self.cleaned_data["skills"]) if name))
        if len(names) > MOST_SKILLS or any(len(name) > LONGEST_SKILL for name in names):
            raise ValidationError(_("At most %(n)d skills, each of at most %(length)d characters.") % {
                "n": MOST_SKILLS, "length": LONGEST_SKILL})
        return names


class TrainingForm(forms.Form):
    held_on = DayField(label=_("Date"), validators=[not_ahead])
    topic = forms.CharField(label=_("Topic"), max_length=100)
    hours = forms.DecimalField(label=_("Hours"), min_value=0.5, max_digits=5, decimal_places=1,
                               widget=forms.NumberInput({"inputmode": "decimal", "step": "0.5", "min": "0.5"}))
    result = forms.ChoiceField(label=_("Result"), choices=Training.Result.choices, widget=Chips,
                               initial=Training.Result.ATTENDED)


class CertificateForm(forms.Form):
    name = forms.CharField(label=_("Name of the certificate"), max_length=100)
    number = forms.CharField(label=_("Certificate number"), max_length=60, required=False,
                             help_text=_("Not the ID number: leave it out where they are the same."))
    issued_on = DayField(label=_("Issued on"), validators=[not_ahead])
    valid_until = DayField(label=_("Valid until"), required=False)

    def clean_number(self) -> str:
        number = self.cleaned_data["number"]
        try:
            id_number.validate(id_number.normalise(number), today=localdate())
        except ValidationError:
            return number
        raise ValidationError(_("This is an ID number. It is not kept here."))

    def clean(self):
        issued, until = self.cleaned_data.get("issued_on"), self.cleaned_data.get("valid_until")
        if issued and until and until < issued:
            self.add_error("valid_until", _("The last day is not before the first."))


class PeriodForm(forms.Form):
    """The days of which the duties are counted: this month unless others are given."""

    start = DayField(label=_("From"))
    end = DayField(label=_("Until"))

    def clean(self):
        start, end = self.cleaned_data.get("start"), self.cleaned_data.get("end")
        if start and end and end < start:
            self.add_error("end", _("The last day is not before the first."))
        elif start and end and end - start > timedelta(days=3660):
            self.add_error("end", _("At most ten years."))


class WorkerFilter(forms.Form):
    area = forms.ChoiceField(label=_("Area"), required=False)
    skill = forms.ChoiceField(label=_("Skill"), required=False)
    expiring = forms.BooleanField(label=_("Certificate runs out within 60 days"), required=False)

    def __init__(self, data, *, user):
        super().__init__(data)
        areas = [post.area for post in posts_for(user, "worker.view")]
        below = Area.objects.filter(parent__in=areas).exclude(level=Level.GRID).current(localdate()).order_by("key")
        everything = [("", _("All"))]
        self.fields["area"].choices = everything + list(below.values_list("code", "name"))
        self.fields["skill"].choices = everything + [(skill.name, skill.name) for skill in Skill.objects.all()]

    @property
    def is_set(self) -> bool:
        return any(self.data.get(name) for name in self.fields)

    def narrow(self, files, today: date):
        """The files that fit all filters that are understood."""
        self.is_valid()
        chosen = self.cleaned_data
        if code := chosen.get("area"):
            area = Area.objects.by_code(code)
            files = files.filter(at_key__gte=area.low, at_key__lt=area.high)
        if chosen.get("skill"):
            files = files.filter(skills__name=chosen["skill"])
        if chosen.get("expiring"):
            files = files.filter(pk__in=running_out(today).values("file"))
        return files


def running_out(today: date):
    """Certificates that run out within two months, and those that have in the last year."""
    return Certificate.objects.filter(valid_until__gte=today - timedelta(days=365),
                                      valid_until__lte=today + timedelta(days=60))
