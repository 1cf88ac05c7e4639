"""Photos and papers in forms: what was sent once need not be sent again because something else was wrong.

    class ReportForm(WithFiles, forms.Form):
        photos = attachments.forms.StagedPhotosField(role=Role.REPORT, most=6)

    form = ReportForm(request.POST, request.FILES, by=request.user)
    …attachments.claim(form.cleaned_data["uuid"], incident, by=request.user)
    return render(…, status=attachments.forms.status(form))
"""

import uuid

from django import forms
from django.core.exceptions import ValidationError

from shuangliu.pages.forms import PhotosField

from .actions import remove, stage, staged
from .checks import TooLarge
from .models import Attachment


class StagedPhotosField(PhotosField):
    """Several photos of one role; cleans to the list of all staged Attachments of the draft.

    At most `most` of them: a file that comes a second time is the one that is there. With a `part` they are staged
    under a draft of their own, `part_of(uuid, part)`: for a form that makes several matters with files.
    """

    def __init__(self, *, role: str, part: str = "", **kwargs):
        self.role, self.part = role, part
        super().__init__(**kwargs)

    def draft(self, number: uuid.UUID) -> uuid.UUID:
        """Under which number its files are staged."""
        return part_of(number, self.part) if self.part else number


def part_of(number: uuid.UUID, part: str) -> uuid.UUID:
    """The draft of a part of a form; the same for the same form, however often it is sent."""
    return uuid.uuid5(number, part)


class WithFiles(forms.Form):
    """A form whose valid files are staged under its `uuid` (made with the empty form) as soon as they are checked.

    Shown again, the fields list what is there already. `<field>-remove` names, by its number, a file to take back.
    With `<field>-all` the files sent are all there shall be: a phone keeps its photos until they are stored and sends
    them again, and those that its user took away meanwhile go. `refused_files` gives the positions of bad files.
    """

    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, by, **kwargs):
        self.by = by
        self.refused_files: dict[str, list[int]] = {}
        super().__init__(*args, **kwargs)

    @property
    def file_fields(self) -> dict[str, StagedPhotosField]:
        return {name: field for name, field in self.fields.items() if isinstance(field, StagedPhotosField)}

    def full_clean(self):
        if self.is_bound:
            fields = self.file_fields
            for (name, field), there in zip(fields.items(), self._staged(*fields.values()), strict=True):
                field.widget.staged = there
                self._take_back(name, field)
        super().full_clean()

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        for name, field in self.file_fields.items():
            if name in cleaned and "uuid" in cleaned:
                self._stage(name, field, cleaned[name])
        return cleaned

    def _stage(self, name: str, field: StagedPhotosField, files: list) -> None:
        refusals, kept, before = [], set(), {str(attachment.pk) for attachment in field.widget.staged}
        for position, file in enumerate(files):
            try:
                kept.add(str(stage(field.draft(self.cleaned_data["uuid"]), file, field.role, self.by).pk))
            except ValidationError as refusal:
                refusals.append(refusal)
                self.refused_files.setdefault(name, []).append(position)
        if f"{self.add_prefix(name)}-all" in self.data:
            self._remove(field, before - kept)
        elif len(before | kept) > field.most:
            self._remove(field, kept - before)
            refusals.append(field.too_many())
        if kept:
            [field.widget.staged] = self._staged(field)
        self.cleaned_data[name] = field.widget.staged
        if refusals:
            self.add_error(name, refusals)

    def _take_back(self, name: str, field: StagedPhotosField) -> None:
        numbers = self.data.getlist(f"{self.add_prefix(name)}-remove") if hasattr(self.data, "getlist") else []
        self._remove(field, set(numbers))

    def _remove(self, field: StagedPhotosField, numbers: set[str]) -> None:
        if not numbers:
            return
        for attachment in self._staged(field)[0]:
            if str(attachment.pk) in numbers:
                remove(attachment, by=self.by)
        [field.widget.staged] = self._staged(field)

    def _staged(self, *fields: StagedPhotosField) -> list[list[Attachment]]:
        """What the draft of each field has by now, in one look."""
        try:
            number = uuid.UUID(self.data.get(self.add_prefix("uuid"), ""))
        except ValueError:
            return [[] for _field in fields]
        drafts = [field.draft(number) for field in fields]
        there = staged(drafts, self.by)
        return [[one for one in there if (one.draft, one.role) == (draft, field.role)]
                for draft, field in zip(drafts, fields, strict=True)]


def status(form: forms.Form) -> int:
    """The status of the page that shows a refused form again: 413 for a file that is too large, else 422."""
    errors = (error for errors in form.errors.as_data().values() for error in errors)
    return 413 if any(isinstance(error, TooLarge) for error in errors) else 422
