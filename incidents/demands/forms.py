"""What people type in when one office asks another: to ask, an act on the incident; to answer, an act on the demand."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _

from shuangliu import deadlines
from shuangliu.attachments.forms import StagedPhotosField
from shuangliu.attachments.models import Role
from shuangliu.pages.forms import Chips, ManyChips

from .. import choices
from ..actions.handling import check_extension
from ..forms.acts import ActForm, FilesForm, NoteForm, ReasonForm, SuspendForm
from ..states import Stage
from .opening import alive
from .states import SORTS, Kind

LONG = 500
MOST_DAYS = 60  # until an answer


def _text(label, *, required: bool = True, rows: int = 3, most: int = LONG) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=required, widget=forms.Textarea({"rows": rows}))


def _sorts(kind: Kind) -> list[tuple]:
    return [(sort.value, sort.label) for sort in SORTS[kind]]


class ReplyByField(forms.DateField):
    """A day after today. Without one the table of limits says how long."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Answer by the end of"))
        super().__init__(widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"), **kwargs)

    def clean(self, value):
        day = super().clean(value)
        if day and not localdate() < day <= localdate() + timedelta(days=MOST_DAYS):
            raise ValidationError(_("A day after today, within two months."))
        return day


class AskExtensionForm(ActForm):
    """`amount` in the unit of the running limit, at most as much as that was at first (domain.md §5.1.3)."""

    amount = forms.IntegerField(label=_("How much longer"), min_value=1,
                                widget=forms.NumberInput({"inputmode": "numeric"}))
    reason = _text(_("Reason"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit = deadlines.running(self.incident, Stage.HANDLE).get().limit  # extended it is not: once is all
        self.most = int(limit.amount)
        self.fields["amount"].help_text = _("In %(unit)s, at most %(most)d.") % {
            "unit": limit.unit.label, "most": self.most}

    def clean_amount(self) -> int:
        amount = self.cleaned_data["amount"]
        if amount > self.most:
            raise ValidationError(_("At most as long as the limit was at first: %(most)d.") % {"most": self.most})
        check_extension(self.incident, amount, now())
        return amount


class AskingForm(ActForm):
    """What is asked already is not offered once more; sent twice, it is the action that says so."""

    def asked(self, kind: Kind) -> list:
        return [] if self.is_bound else alive(self.incident, kind)


class SuperviseForm(AskingForm):
    sort = forms.ChoiceField(label=_("Kind of order"), choices=_sorts(Kind.SUPERVISION), widget=Chips)
    text = _text(_("What shall be done"))
    reply_by = ReplyByField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ordered = {demand.sort for demand in self.asked(Kind.SUPERVISION)}
        self.fields["sort"].choices = [(sort, label) for sort, label in _sorts(Kind.SUPERVISION) if sort not in ordered]


class WhistleForm(AskingForm):
    departments = forms.MultipleChoiceField(label=_("Departments called"), widget=ManyChips)
    sort = forms.ChoiceField(label=_("What for"), choices=_sorts(Kind.WHISTLE), widget=Chips)
    text = _text(_("What is needed on the spot"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        called = {demand.department_id for demand in self.asked(Kind.WHISTLE)}
        self.offices = {office.code: office for office in choices.departments_to_call(self.incident)
                        if office.pk not in called}
        self.fields["departments"].choices = choices.named(self.offices)

    def clean_departments(self) -> list:
        return [self.offices[code] for code in self.cleaned_data["departments"]]


class GiveTaskForm(AskingForm):
    department = forms.ChoiceField(label=_("Co-handler"))
    text = _text(_("What it shall do"))
    reply_by = ReplyByField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        busy = {demand.department_id for demand in self.asked(Kind.TASK)} | {self.incident.department_id}
        self.offices = {office.code: office for office in choices.departments_for(self.incident, self.by)
                        if office.pk not in busy}
        self.fields["department"].choices = [("", "---------"), *choices.named(self.offices)]

    def clean_department(self):
        return self.offices[self.cleaned_data["department"]]


class AboutDemand:
    """A form about `demand`, filled in by `by`."""

    def __init__(self, *args, demand, by, **kwargs):
        self.demand = demand
        super().__init__(*args, incident=demand.incident, by=by, **kwargs)


class NoteOnDemandForm(AboutDemand, NoteForm):
    pass


class ReasonOnDemandForm(AboutDemand, ReasonForm):
    pass


class GrantForm(AboutDemand, ActForm):
    """Yes to an extension as it was asked for; to a suspension until the day asked for or another."""

    review_on = SuspendForm.base_fields["review_on"]
    note = _text(_("Note"), required=False, rows=2)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.demand.kind == Kind.EXTENSION:
            del self.fields["review_on"]
        else:
            self.fields["review_on"].initial = self.demand.review_on

    clean_review_on = SuspendForm.clean_review_on


class ProgressForm(AboutDemand, ActForm):
    note = _text(_("How far it is"))


class AnswerForm(AboutDemand, FilesForm):
    reply = _text(_("What was done"), most=2000)
    photos = StagedPhotosField(role=Role.AFTER, most=6, required=False, label=_("Photos of the result"))

    field_order = ["reply", "photos", "uuid"]


class SendBackForm(AboutDemand, ActForm):
    reason = _text(_("What is still missing"))
    reply_by = ReplyByField()


class RateForm(AboutDemand, ActForm):
    rating = forms.TypedChoiceField(label=_("How did the department come?"), coerce=int, widget=Chips, choices=[
        (3, _("In time, and it helped")), (2, _("It came, with delay or half-hearted")), (1, _("It did not help"))])
    comment = _text(_("Your words"), required=False, rows=2)
