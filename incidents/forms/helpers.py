"""Co-handlers (协同单位): the departments that help the one that leads, each with its part of the work."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .. import choices

ROWS = range(1, 4)
NOBODY = ("", "---------")


class WithHelpers(forms.Form):
    """Rows of a department and what it shall do; `folded` names them for the page, which keeps them out of the way."""

    folded_label = _("Co-handlers")

    def add_helpers(self, departments: dict[str, object]) -> None:
        """Call it once the departments to choose from (by their codes) are known; without any there are no rows."""
        self.helpers = departments
        for row in ROWS if departments else ():
            self.fields[f"helper_{row}"] = forms.ChoiceField(
                label=_("Co-handler"), required=False,
                choices=[NOBODY, *choices.named(departments)])
            self.fields[f"part_{row}"] = forms.CharField(label=_("What it shall do"), required=False, max_length=500)

    @property
    def folded(self) -> list:
        return [self[name] for row in ROWS for name in (f"helper_{row}", f"part_{row}") if name in self.fields]

    @property
    def folded_open(self) -> bool:
        return any(field.errors or field.value() for field in self.folded)

    def clean(self):
        cleaned, chosen = super().clean() or self.cleaned_data, {cleaned_lead(self)}
        for row in ROWS:
            code, part = cleaned.get(f"helper_{row}", ""), cleaned.get(f"part_{row}", "")
            if code and not part:
                self.add_error(f"part_{row}", _("Say what it shall do."))
            if part and not code:
                self.add_error(f"helper_{row}", _("Say who shall do it."))
            if code and code in chosen:
                self.add_error(f"helper_{row}", _("This department is named twice."))
            chosen.add(code)
        return cleaned

    def given(self) -> dict:
        given = {name: value for name, value in self.cleaned_data.items() if not name.startswith(("helper_", "part_"))}
        tasks = [(self.helpers[code], self.cleaned_data[f"part_{row}"])
                 for row in ROWS if (code := self.cleaned_data.get(f"helper_{row}"))]
        return {**given, "tasks": tasks}


def cleaned_lead(form) -> str | None:
    """The code of the department that leads; None where the desk handles it itself."""
    office = form.cleaned_data.get("department")
    return office.code if office else None
