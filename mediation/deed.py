"""What an act is for pages and API: its form, its action, and how it is offered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from shuangliu.attachments.forms import WithFiles

from .forms.acts import ActForm
from .models import Case
from .states import Act


@dataclass(frozen=True)
class Deed:
    """`done` is said afterwards; `hint` tells beforehand what it means; a `grave` one is offered in red. `facts`
    finds what the page prints besides, for a `template` of its own that extends mediation/case_act.html. One that
    belongs to a `card` is offered there when the card is shown, else among the rarer ones. The browser `keeps_draft`
    of long texts."""

    act: Act
    form: type[ActForm]
    do: Callable
    icon: str
    done: Any
    hint: Any = ""
    grave: bool = False
    template: str = "mediation/case_act.html"
    facts: Callable[[Case], dict] = lambda case: {}
    card: str = ""
    keeps_draft: bool = False

    @property
    def label(self):
        return self.act.label

    @property
    def route(self) -> str:
        return f"mediation:case-{self.act}"

    def ask(self, data=None, files=None, *, case: Case, by) -> ActForm:
        """The form, over what was sent; one with files knows whose they are."""
        return self.form(data, files, case=case, **({"by": by} if issubclass(self.form, WithFiles) else {}))
