"""Between a field of a model and the text of a cell."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import override

from shuangliu.spreadsheets import BLANKS, folded, plain

from .tables import Table

YES, NO = {"是", "yes", "y", "true", "1", "√"}, {"否", "no", "n", "false", "0", "×"}
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 00:00)?")


class Reader:
    """Reads the cells of one table. Rows of other tables are found by their codes (organisations by their
    names), all of them loaded at once."""

    def __init__(self, table: Table):
        self.table = table
        self._words = {one.name: _words(table.choices_of(one)) for one in table.fields if table.choices_of(one)}
        self._linked: dict[type, dict[str, int]] = {}

    def value(self, field: models.Field, text: str) -> Any:
        """What to set under `field.attname`. Raises ValidationError, without saying of which field."""
        if text == "" and field.null:
            return None
        if field.is_relation:
            return self._linked_row(field, text)
        if field.name in self._words:
            return self._word(field, text)
        if isinstance(field, models.BooleanField):
            return _truth(text)
        if isinstance(field, models.DateField) and (found := DAY.fullmatch(text)):
            text = "-".join(part.zfill(2) for part in found.groups())
        if text == "" and not isinstance(field, models.CharField | models.TextField):
            raise ValidationError(_("This is missing."))
        return field.to_python(text)

    def forget_rows(self) -> None:
        """After a row of this table was added: others may name it."""
        self._linked.pop(self.table.model, None)

    def _linked_row(self, field: models.Field, text: str) -> int:
        model = field.related_model
        if model not in self._linked:
            self._linked[model] = dict(model.objects.values_list(self.table.name_of(field), "pk"))
        if text not in self._linked[model]:
            raise ValidationError(_("There is no “%(code)s”.") % {"code": text})
        return self._linked[model][text]

    def _word(self, field: models.Field, text: str) -> Any:
        if text == "" and field.blank:
            return ""
        words = self._words[field.name]
        if folded(text) not in words:
            raise ValidationError(_("“%(text)s” is none of: %(words)s.") % {
                "text": text, "words": ", ".join(str(label) for _value, label in self.table.choices_of(field))})
        return words[folded(text)]


def shown(table: Table, row: models.Model, field: models.Field) -> Any:
    """What is written into the file."""
    value = getattr(row, field.name)
    if field.is_relation:
        return value and getattr(value, table.name_of(field))
    if choices := table.choices_of(field):
        return dict(choices).get(value, value)
    return value


def is_same(old: Any, new: Any) -> bool:
    """Whether a cell says what is there. Line ends and blanks around a text do not travel."""
    return new == (plain(old).strip(BLANKS) if isinstance(old, str) else old)


def _words(choices: list[tuple]) -> dict[str, Any]:
    words = {folded(str(value)): value for value, _label in choices}
    for language in ("zh-hans", "en"):
        with override(language):
            words |= {folded(str(label)): value for value, label in choices}
    return words


def _truth(text: str) -> bool:
    if (word := folded(text)) in YES | NO:
        return word in YES
    raise ValidationError(_("Yes or no is expected."))
