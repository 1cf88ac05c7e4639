"""What became of an item."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ...forms.acts import ActForm, lines
from ..models.performance import OPEN, Due
from .fields import FilesForm, ItemField, PastDayField, ScanField

COUNSEL = _(
    "The parties were told that a dispute about the agreement may be brought before the people's court (People's "
    "Mediation Law art. 32), and that enforcement may be applied for where the court has confirmed it (art. 33).")


def note(label, *, required: bool, **more) -> forms.CharField:
    return forms.CharField(label=label, max_length=500, required=required, widget=lines(3), **more)


class ItemForm(ActForm):
    """About one item of the agreement in force, out of those in one of the states `of`."""

    item = ItemField()
    of = OPEN

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.choose_items()

    def choose_items(self) -> None:
        field = self.fields["item"]
        field.queryset = self.case.round.performances.filter(state__in=self.of).select_related("party").order_by(
            "due_at", "due_on", "id")
        if len(field.queryset) == 1:
            field.initial = field.queryset[0].pk

    def not_before_agreed(self, name: str):
        day = self.cleaned_data[name]
        if day and day < localdate(self.case.round.ended_at):
            raise ValidationError(_("This is before the parties agreed."))
        return day


class PerformForm(FilesForm, ItemForm):
    on = PastDayField(label=_("Performed on"))
    note = note(_("Note"), required=False)
    scan = ScanField(label=_("Receipt or transfer slip"))

    field_order = ["item", "on", "scan", "note", "uuid"]

    def __init__(self, *args, case, by, **kwargs):
        FilesForm.__init__(self, *args, case=case, by=by, **kwargs)
        self.choose_items()

    def clean_on(self):
        return self.not_before_agreed("on")


class BreachForm(ItemForm):
    of = (Due.OWED,)

    on = PastDayField(label=_("Not kept since"))
    note = note(_("What was not kept"), required=True)

    def clean_on(self):
        return self.not_before_agreed("on")


class WaiveForm(ItemForm):
    note = note(_("Who waives it, and why"), required=True)


class UndoForm(ItemForm):
    of = (Due.PERFORMED, Due.BREACHED, Due.WAIVED)

    note = note(_("What was wrong"), required=True)


class UrgeForm(ItemForm):
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    note = note(_("How, and what was answered"), required=True)


class CounselForm(ItemForm):
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    note = note(_("What the parties were told"), required=True, initial=COUNSEL)
