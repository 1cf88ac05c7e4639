"""Fields that several forms have."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from grids.models import Area

from .. import addresses, areas


class HomeField(forms.CharField):
    """A dwelling by its address, as people write it; cleans to the Dwelling. Set `user` before."""

    user, act = None, "dwelling.view"
    default_error_messages = {
        "unknown": _("No dwelling of your areas has this address. Write building, unit and room, or enter the building "
                     "first."),
        "several": _("Several dwellings fit. Write unit and room, too."),
    }

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", _("For instance 棠湖小区3栋2单元501."))
        super().__init__(max_length=200, widget=forms.TextInput({"autocomplete": "off"}), **kwargs)

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        found = addresses.dwellings_at(text, user=self.user)
        if len(found) != 1:
            raise ValidationError(self.error_messages["several" if found else "unknown"], code="unknown")
        return found[0]


class PlaceField(forms.ModelChoiceField):
    """A community or grid of theirs."""

    def __init__(self, **kwargs):
        super().__init__(Area.objects.none(), **kwargs)

    def serve(self, user, act: str):
        self.queryset = areas.places(user, act)

    def label_from_instance(self, obj):
        return areas.label(obj)
