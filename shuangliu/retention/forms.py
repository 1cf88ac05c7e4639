"""To hold or restrict one matter, and to lift it."""

from operator import itemgetter

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shuangliu.pages.forms import DayField

from .registry import forgetters


def kinds() -> list[tuple[str, str]]:
    """The kinds of matters that can bear a mark: what is forgotten one by one, and what holds personal data."""
    models = {one.model for one in forgetters.values() if one.is_itemised}
    models |= {model for model in apps.get_models() if hasattr(model, "personal")}
    named = [(model._meta.label_lower, str(model._meta.verbose_name)) for model in models]
    return sorted(named, key=itemgetter(1))


class MarkForm(forms.Form):
    """The matter by its kind and the number that its page shows."""

    kind = forms.ChoiceField(label=gettext_lazy("kind of matter"), choices=kinds)
    number = forms.CharField(label=gettext_lazy("number of the matter"), max_length=24,
                             help_text=gettext_lazy("As its page shows it: RX00000012, or 12."))
    reason = forms.CharField(label=gettext_lazy("reason"), max_length=200)
    basis = forms.CharField(label=gettext_lazy("legal basis"), max_length=200,
                            help_text=gettext_lazy("Law and article."))

    use_required_attribute = False

    def clean(self):
        given = super().clean()
        if "kind" in given and "number" in given:
            digits = "".join(mark for mark in given["number"] if mark.isdecimal())[-18:]
            rows = apps.get_model(given["kind"])._base_manager
            given["matter"] = rows.filter(pk=int(digits)).first() if digits else None
            if given["matter"] is None:
                self.add_error("number", ValidationError(_("There is no such matter.")))
        return given


class HoldForm(MarkForm):
    until = DayField(label=gettext_lazy("Held until"), required=False,
                     help_text=gettext_lazy("Empty: until somebody lifts it."))

    def clean_until(self):
        until = self.cleaned_data["until"]
        if until and until < localdate():
            raise ValidationError(_("This day is over."))
        return until


class LiftForm(forms.Form):
    why = forms.CharField(label=gettext_lazy("lifted because"), max_length=200)

    use_required_attribute = False
