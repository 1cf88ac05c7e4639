"""The terms of an agreement and what each side takes on: one form for a new draft and for putting one right."""

import uuid
from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import area_q, posts_for
from grids.models import Area, Level
from shuangliu.pages.forms import DayField, ManyChips

from ..actions import Terms
from ..models import FourPartyAgreement
from ..terms import USUAL, Every, Loss, Side, Task
from .fields import hours, money

ROWS = 3  # duties of a side
PARTS = ("text", "every", "hours")


class TermsForm(forms.Form):
    """Terms, and for each side some rows of duties: `<side>_<n>_text`, `_every` and `_hours`."""

    place = forms.CharField(label=_("Which groups or courtyards"), max_length=100, required=False,
                            help_text=_("Empty: the whole village."))
    households = forms.IntegerField(label=_("Households that live there"), min_value=1, max_value=100_000)
    covered = forms.IntegerField(label=_("Households insured"), min_value=1, max_value=100_000)
    insurer = forms.CharField(label=_("Insurance company"), max_length=80)
    insures = forms.MultipleChoiceField(label=_("What is insured"), choices=Loss, widget=ManyChips)
    cover = money(_("Cover of a household (yuan)"), least=1)
    premium = money(_("Premium for the whole term (yuan)"))
    subsidy = money(_("Of it public money (yuan)"), initial=0)
    fund = money(_("Insurer's grant to the patrol team (yuan)"), initial=0)
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"))

    def __init__(self, *args, by, at, **kwargs):
        self.by, self.at = by, at
        super().__init__(*args, **kwargs)
        for side in Side:
            usual = self.usual(side)
            for row in range(ROWS):
                task = usual[row] if row < len(usual) else None
                name = f"{side}_{row}"
                self.fields[f"{name}_text"] = forms.CharField(
                    label=_("Duty"), max_length=100, required=False, initial=task and task.text)
                self.fields[f"{name}_every"] = forms.ChoiceField(
                    label=_("How often it comes"), choices=Every, required=False,
                    initial=task.every if task else Every.MONTH)
                self.fields[f"{name}_hours"] = hours(_("Hours each time"), required=False,
                                                     initial=task.hours if task else None)

    def usual(self, side: str) -> list[Task]:
        """What stands in the empty form."""
        return [task for task in USUAL if task.side == side]

    @property
    def terms(self) -> list:
        """The fields before the duties, for the page."""
        of_duties = {f"{side}_{row}_{part}" for side in Side for row in range(ROWS) for part in PARTS}
        return [self[name] for name in self.fields if name not in {*of_duties, "uuid"}]

    @property
    def sides(self) -> list[tuple]:
        """Each side with its rows of three fields."""
        return [(side.label, [[self[f"{side}_{row}_{part}"] for part in PARTS]
                              for row in range(ROWS)]) for side in Side]

    def given(self) -> dict:
        cleaned = self.cleaned_data
        terms = Terms(**{name: cleaned[name] for name in Terms.__dataclass_fields__})
        return {"terms": terms, "duties": list(self._duties())}

    def _duties(self):
        for side in Side:
            for row in range(ROWS):
                said = {part: self.cleaned_data.get(f"{side}_{row}_{part}") for part in PARTS}
                if said["text"]:
                    yield Task(side, said["text"], said["every"] or Every.MONTH, said["hours"] or 0)


class DraftForm(TermsForm):
    """With the village that it is for. `uuid` names the form."""

    area = forms.ModelChoiceField(Area.objects.none(), label=_("Village or community"), to_field_name="code",
                                  empty_label=None)
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    field_order = ["area"]

    def __init__(self, *args, by, at, **kwargs):
        super().__init__(*args, by=by, at=at, **kwargs)
        posts = posts_for(by, "agreement.draft")
        self.fields["area"].queryset = Area.objects.filter(
            area_q([post.area for post in posts], "key"), level=Level.COMMUNITY, valid_to=None).order_by(
            "key").defer("outline")
        today = at.date()
        self.fields["starts_on"].initial = today
        self.fields["ends_on"].initial = today + timedelta(days=364)

    def given(self) -> dict:
        return super().given() | {"area": self.cleaned_data["area"], "uuid": self.cleaned_data["uuid"]}


class CorrectForm(TermsForm):
    def __init__(self, data=None, files=None, *, agreement: FourPartyAgreement, by, at, **kwargs):
        self.agreement = agreement
        self.duties = list(agreement.duties.all())
        super().__init__(data, initial={name: getattr(agreement, name) for name in Terms.__dataclass_fields__},
                         by=by, at=at, **kwargs)

    def usual(self, side: str) -> list[Task]:
        return [Task(duty.side, duty.text, duty.every, duty.hours) for duty in self.duties if duty.side == side]


