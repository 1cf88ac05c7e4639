"""What is asked about weeks and templates."""

from django import forms
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_for
from shuangliu.pages.forms import ManyChips

from ..routes.forms import AreaField
from ..shifts.forms import ClockField, people_field
from ..shifts.models import Route
from .models import RosterTemplate, Weekday

BEFORE = "before"


class FillForm(forms.Form):
    """What a week is filled from: the week before, or a template of theirs."""

    source = forms.ChoiceField(label=_("Fill it from"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.templates = {str(one.pk): one for one in RosterTemplate.objects.visible_to(user)}
        self.fields["source"].choices = [(BEFORE, _("the week before")), *self.templates.items()]


class CarryOutForm(FillForm):
    rest_reason = forms.CharField(label=_("why less rest is right"), max_length=200, required=False, help_text=_(
        "Without a reason, the shifts that are warned of stay out."))


class KeepForm(forms.Form):
    """The week becomes a template."""

    name = forms.CharField(label=_("Name of the template"), max_length=40)


class TemplateForm(forms.Form):
    name = forms.CharField(label=_("Name of the template"), max_length=40)
    area = AreaField(label=_("area"))

    use_required_attribute = False

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].serve(user, "shift.plan")


class LineForm(forms.Form):
    """The same shift on some days of the week."""

    route = forms.ModelChoiceField(Route.objects.none(), label=_("patrol route"), empty_label=None)
    weekdays = forms.TypedMultipleChoiceField(label=_("On which days?"), choices=Weekday, coerce=int, widget=ManyChips)
    starts = ClockField(label=_("starts at"))
    ends = ClockField(label=_("ends at"), help_text=_("Earlier than the start: on the next day."))
    people = people_field()
    with_police = forms.BooleanField(label=_("with police"), required=False)

    use_required_attribute = False

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["route"].queryset = Route.objects.visible_to(user).in_use().order_by("area_key", "name")
        self.fields["people"].serve(posts_for(user, "shift.plan")[0].area)

    def clean(self):
        given = super().clean()
        if given.get("starts") and given.get("starts") == given.get("ends"):
            self.add_error("ends", _("After the start, and within twelve hours of it."))
        return given
