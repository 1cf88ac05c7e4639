"""What is asked when a table comes in: the file, then what its columns are."""

import uuid

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from grids.models import Area
from residents.models.living import Kind
from shuangliu.pages.forms import Chips, ManyChips
from shuangliu.privacy import forbidden

from . import layout
from .columns import BY_NAME, COLUMNS
from .places import areas_for
from .states import Decision


class UploadForm(forms.Form):
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    file = forms.FileField(label=_("Table"), help_text=_("An .xlsx or .csv of at most 50 MB. Nothing is entered yet."),
                           widget=forms.FileInput({"accept": ".xlsx,.csv"}))
    area = forms.ModelChoiceField(Area.objects.none(), label=_("Of which unit"), empty_label=None)
    kind = forms.ChoiceField(label=_("Who is in it"), widget=Chips, required=False,
                             choices=[("", _("As the columns say")), *Kind.choices])

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        areas = areas_for(user)
        self.fields["area"].queryset = Area.objects.filter(pk__in=[area.pk for area in areas]).defer("outline")
        if len(areas) == 1:
            self.fields["area"].initial = areas[0].pk
            self.fields["area"].widget = forms.HiddenInput()

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.IMPORT_MAX_BYTES:
            raise ValidationError(_("The file has %(size)s; at most %(most)s.") % {
                "size": filesizeformat(file.size), "most": filesizeformat(settings.IMPORT_MAX_BYTES)})
        return file


class ColumnsForm(forms.Form):
    """One choice for each heading that may be read: `column-3` is the fourth column of the file."""

    kind = forms.ChoiceField(label=_("Who is in it, where no column says"), choices=Kind.choices, widget=Chips)
    filled = forms.MultipleChoiceField(
        label=_("Where a blank cell stands for the one above"), required=False, widget=ManyChips,
        help_text=_("As where cells were merged downwards."),
        choices=[(column.name, column.label) for column in COLUMNS if column.may_fill])

    def __init__(self, data=None, *, batch, **kwargs):
        super().__init__(data, initial={"kind": batch.kind, "filled": batch.filled}, **kwargs)
        self.batch = batch
        choices = [("", _("(not read)")), *((column.name, column.label) for column in COLUMNS)]
        for at, heading in enumerate(batch.headings):
            if heading and not forbidden.reason(heading):
                self.fields[f"column-{at}"] = forms.ChoiceField(label=heading, choices=choices, required=False,
                                                                initial=batch.columns[at])

    def lines(self, samples: list[list[str]]):
        """(heading, field or None, why it is not read, some cells) of each column."""
        for at, heading in enumerate(self.batch.headings):
            if heading:
                field = self[f"column-{at}"] if f"column-{at}" in self.fields else None
                cells = [row[at] for row in samples if at < len(row) and row[at]]
                yield heading, field, forbidden.reason(heading), cells

    def clean(self):
        cleaned = super().clean()
        columns = [cleaned.get(f"column-{at}") or "" for at in range(len(self.batch.headings))]
        if said := layout.problem(self.batch.headings, columns):
            raise ValidationError(said)
        cleaned["columns"] = columns
        cleaned["filled"] = [name for name in cleaned.get("filled", []) if name in columns and BY_NAME[name].may_fill]
        return cleaned


class DecideForm(forms.Form):
    """`number` of each ticked row, or `all` with what is asked."""

    decision = forms.ChoiceField(choices=[choice for choice in Decision.choices if choice[0]])
    all = forms.CharField(required=False, max_length=16)
