"""The file that is checked first and imported then: a browser forgets a chosen file, so what was checked comes back
signed with the page."""

import base64
import io

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from shuangliu.spreadsheets import Unreadable, read

SALT = "shuangliu.reference"
AN_HOUR = 3600
MOST = 1024 * 1024  # what fits signed into a form; tables of a county have a tenth of it


class ImportForm(forms.Form):
    """Cleans to `grids`. `checked` stands for the file when none is chosen."""

    file = forms.FileField(label=_("Table"), help_text=_("An .xlsx or .csv as exported here."),
                           widget=forms.FileInput({"accept": ".xlsx,.csv"}))
    checked = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        self.fields["file"].required = not (data and data.get("checked"))

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        name, content = self._content(cleaned)
        if len(content) > MOST:
            raise ValidationError({"file": _("The file is larger than 1 MB: import it with manage.py reference.")})
        try:
            cleaned["grids"] = read(io.BytesIO(content), name=name)
        except Unreadable as error:
            raise ValidationError({"file": str(error)}) from error
        packed = base64.b64encode(content).decode()
        self.kept = signing.dumps({"name": name, "content": packed}, salt=SALT, compress=True)
        return cleaned

    def _content(self, cleaned) -> tuple[str, bytes]:
        if file := cleaned.get("file"):
            return file.name, file.read(MOST + 1)
        try:
            kept = signing.loads(cleaned.get("checked") or "", salt=SALT, max_age=AN_HOUR)
        except signing.BadSignature:
            raise ValidationError({"file": _("Choose a file.")}) from None
        return kept["name"], base64.b64decode(kept["content"])

