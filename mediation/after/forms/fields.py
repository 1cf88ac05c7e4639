"""Fields that several of these forms have."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.attachments.forms import StagedPhotosField, WithFiles
from shuangliu.attachments.models import Role
from shuangliu.pages.forms import Chips, DayField, PhotoInput

from ...forms.acts import ActForm
from ...models import Party
from ..models import Performance

FUTURE = _("This lies in the future.")


class FilesForm(ActForm, WithFiles):
    """An act with a scan; the files are claimed by the draft's uuid."""

    def given(self) -> dict:
        given = {name: value for name, value in self.cleaned_data.items() if name not in (*self.file_fields, "uuid")}
        return {**given, "draft": self.cleaned_data["uuid"]}


class ScanField(StagedPhotosField):
    """Photos or PDFs of a paper."""

    def __init__(self, **kwargs):
        widget = PhotoInput({"accept": "image/*,application/pdf"}, most=6)
        super().__init__(role=Role.PAPER, most=6, required=False, widget=widget, **kwargs)


class PastDayField(DayField):
    """A day until today; today unless something else is said."""

    def __init__(self, **kwargs):
        super().__init__(initial=localdate, **kwargs)

    def clean(self, value) -> date:
        day = super().clean(value)
        if day and day > localdate():
            raise ValidationError(FUTURE)
        return day


class PartyField(forms.ModelChoiceField):
    """One of the parties of the case, masked."""

    def __init__(self, **kwargs):
        super().__init__(Party.objects.none(), empty_label=None, widget=Chips, **kwargs)

    def label_from_instance(self, party):
        return f"{party.masked_name} · {party.get_role_display()}"


class ItemField(forms.ModelChoiceField):
    """One of the performance items of the case."""

    def __init__(self, **kwargs):
        super().__init__(Performance.objects.none(), label=_("Which item"), empty_label=None, widget=Chips, **kwargs)

    def label_from_instance(self, item):
        amount = f"{item.amount} {_('yuan')}" if item.amount is not None else ""
        parts = [item.what, amount, item.party and item.party.masked_name, f"{item.day:%Y-%m-%d}" if item.day else ""]
        return " · ".join(str(part) for part in parts if part)
