"""Works: their begin, their progress, the joint acceptance."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu.attachments.models import Role
from shuangliu.pages.forms import DayField, ManyChips

from ..catalogue import LOOK_AT, MUST_BE_THERE, Defence, Unit
from ..limits import MOST_WORKS
from ..models import WorksItem
from ..yuan import yuan
from .fields import ActForm, PastDayField, YuanField, count, note, photos


class BeginForm(ActForm):
    contractor = forms.CharField(label=_("company that builds"), max_length=80)
    begun_on = PastDayField(label=_("works begun on"))
    ends_on = DayField(label=_("works to end on"))
    note = note()

    def prepare(self):
        self.fields["begun_on"].initial = self.fields["begun_on"].today = self.today
        self.fields["ends_on"].initial = self.today + timedelta(days=120)

    def clean_ends_on(self):
        day = self.cleaned_data["ends_on"]
        if not self.today < day <= self.today + timedelta(days=MOST_WORKS):
            raise forms.ValidationError(_("A day to come, within three years."))
        return day


class ProgressForm(ActForm):
    """`?item=` names the item that the page offered."""

    once = True
    item = forms.ModelChoiceField(WorksItem.objects.none(), label=_("works item"), empty_label=None)
    done = count(_("progress (%)"))
    spent = YuanField(label=_("cost as paid so far (yuan)"), required=False)
    before = photos(_("Photos before the works"), role=Role.BEFORE)
    after = photos(_("Photos after the works"), role=Role.AFTER)
    note = note()

    def prepare(self):
        items, chosen = self.courtyard.plan.items.all() if self.courtyard.plan else WorksItem.objects.none(), None
        field = self.fields["item"]
        field.queryset = items
        field.label_from_instance = lambda item: f"{item.what} · {item.progress}% · {yuan(item.spent)}"
        key = str(self.initial.get("item", ""))
        chosen = items.filter(pk=int(key)).first() if key.isascii() and key.isdigit() else None
        if chosen:
            self.initial |= {"done": chosen.progress, "spent": chosen.spent}

    def clean_done(self):
        done = self.cleaned_data["done"]
        if done > 100:
            raise forms.ValidationError(_("At most 100 %."))
        return done


class AcceptForm(ActForm):
    once = True
    units = forms.MultipleChoiceField(label=_("who was there"), choices=Unit, widget=ManyChips, initial=[
        unit.value for unit in MUST_BE_THERE])
    inspected_on = PastDayField(label=_("inspected on"))
    note = note()

    def prepare(self):
        self.fields["inspected_on"].initial = self.fields["inspected_on"].today = self.today
        for defence in Defence:
            self.fields[defence.value] = forms.BooleanField(
                label=defence.label, help_text=LOOK_AT[defence],
                error_messages={"required": _("Without it nothing is accepted. Let it be put right first.")})
            self.fields[f"photos_{defence}"] = photos(_("Photos"), part=defence.value, required=True, most=3)

    @property
    def pairs(self):
        return [(self[defence.value], self[f"photos_{defence}"]) for defence in Defence]

    def given(self):
        return {name: value for name, value in super().given().items() if name not in Defence.values}
