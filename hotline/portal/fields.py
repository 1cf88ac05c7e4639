"""Fields that several forms of the public have."""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.models import Area, Level

PHONE = re.compile(r"1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7}")


class PhoneField(forms.CharField):
    """A mobile or a line, however it is written; cleans to digits."""

    def __init__(self, **kwargs):
        # A phone that several people use keeps no draft of it.
        widget = forms.TextInput({"type": "tel", "inputmode": "tel", "autocomplete": "tel", "data-draft-skip": True})
        super().__init__(max_length=20, widget=widget, **kwargs)

    def clean(self, value):
        plain = re.sub(r"[\s\-()]", "", unicodedata.normalize("NFKC", super().clean(value))).removeprefix("+86")
        if plain and not PHONE.fullmatch(plain):
            raise ValidationError(_("This is no phone number that we can call: 11 digits, or a line with its "
                                    "area code."))
        return plain


def county() -> Area | None:
    """The county of this hotline."""
    return Area.objects.current(localdate()).filter(level=Level.COUNTY).defer("outline").order_by("key").first()


class AreaField(forms.ModelChoiceField):
    """A town, or a community of it, by its code."""

    def __init__(self, **kwargs):
        areas = Area.objects.filter(level__in=[Level.TOWN, Level.COMMUNITY]).defer("outline")
        super().__init__(areas, to_field_name="code", **kwargs)

    def offer(self) -> None:
        """Choices of today: each town with what belongs to it."""
        rows = list(Area.objects.filter(level__in=[Level.TOWN, Level.COMMUNITY]).current(localdate()).order_by("key")
                    .values_list("pk", "parent", "level", "code", "name"))
        towns = {pk: (name, [(code, name)]) for pk, _parent, level, code, name in rows if level == Level.TOWN}
        for _pk, parent, level, code, name in rows:
            if level == Level.COMMUNITY and parent in towns:
                towns[parent][1].append((code, name))
        self.choices = [("", _("I do not know")), *towns.values()]
