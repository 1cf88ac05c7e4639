"""Fields that several forms of leases have."""

import re
import unicodedata
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy import documents
from shuangliu.privacy.documents import Document

from ...models.homes import Dwelling
from ..finding import dwelling_at

PHONE = re.compile(r"1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7}")


def text(label, *, required: bool = True, rows: int = 3, most: int = 500, **more) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=required, widget=forms.Textarea({"rows": rows}),
                           **more)


class PhoneField(forms.CharField):
    """A mobile or a line, however it is written; cleans to digits."""

    def __init__(self, **kwargs):
        widget = forms.TextInput({"type": "tel", "inputmode": "tel", "data-draft-skip": True, "autocomplete": "off"})
        super().__init__(max_length=20, widget=widget, **kwargs)

    def clean(self, value):
        plain = re.sub(r"[\s\-()]", "", unicodedata.normalize("NFKC", super().clean(value))).removeprefix("+86")
        if plain and not PHONE.fullmatch(plain):
            raise ValidationError(_("A phone has 11 digits, a line its area code before it."))
        return plain


class RentField(forms.DecimalField):
    """Yuan a month; cleans to text without idle zeros."""

    def __init__(self, **kwargs):
        super().__init__(label=kwargs.pop("label", _("Rent (yuan a month)")), min_value=0, max_digits=9,
                         decimal_places=2, **kwargs)
        self.widget.attrs |= {"inputmode": "decimal", "data-draft-skip": True}

    def clean(self, value) -> str:
        amount = super().clean(value)
        if amount is None:
            return ""
        amount = Decimal(amount).quantize(Decimal("0.01"))
        return f"{amount:f}".removesuffix(".00")


class DwellingField(forms.CharField):
    """A dwelling of the register by its number or address, among those `by` may see; cleans to the Dwelling."""

    def __init__(self, **kwargs):
        super().__init__(label=kwargs.pop("label", _("Dwelling")), max_length=200, **kwargs)
        self.by = None

    def clean(self, value):
        typed = super().clean(value)
        if not typed:
            return None
        found = dwelling_at(typed, Dwelling.objects.visible_to(self.by))
        if found is None:
            raise ValidationError(_("The register has no such dwelling here: write its number (FW…) or its address as "
                                    "the register does, or enter it there first."))
        return found


def document() -> forms.ChoiceField:
    """Of landlords an organisation too."""
    return forms.ChoiceField(label=_("Kind of document"), choices=Document.choices, initial=Document.ID_CARD)


def personal_document() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Kind of document"), initial=Document.ID_CARD,
                             choices=[(one.value, one.label) for one in documents.PERSONAL])


def number() -> forms.CharField:
    return forms.CharField(label=_("ID number"), max_length=40, widget=forms.TextInput(
        {"autocomplete": "off", "data-draft-skip": True, "autocapitalize": "characters"}))


def name(label) -> forms.CharField:
    return forms.CharField(label=label, max_length=60, widget=forms.TextInput(
        {"autocomplete": "off", "data-draft-skip": True}))
