"""Why somebody who does not handle a case opens it."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips

from .acts import ActForm


class Why(models.TextChoices):
    """What managers and auditors open cases for."""

    GUIDANCE = "guidance", _("Guiding the mediators")
    QUALITY = "quality", _("Check of quality by sample")
    COMPLAINT = "complaint", _("A complaint or petition")
    AUDIT = "audit", _("Audit of access")
    OTHER = "other", _("Another purpose")


class OpenForm(ActForm):
    why = forms.ChoiceField(label=_("Purpose"), choices=Why.choices, widget=Chips)
    detail = forms.CharField(
        label=_("In detail"), required=False, min_length=4, max_length=150,
        help_text=_("Needed for another purpose. It is logged with your name, the time and your address: no names of "
                    "persons."))

    def clean(self):
        if self.cleaned_data.get("why") == Why.OTHER and not self.cleaned_data.get("detail") and not self.errors:
            self.add_error("detail", _("Say what for."))

    def given(self) -> dict:
        why, detail = Why(self.cleaned_data["why"]), self.cleaned_data["detail"]
        said = [detail] if why == Why.OTHER else [str(why.label), detail]
        return {"purpose": " · ".join(filter(None, said))}
