"""What an act is for pages and API: its form, its action, and how it is offered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from shuangliu.pages import deed

from .forms.acts import ActForm
from .models import Case


@dataclass(frozen=True)
class Deed(deed.Deed):
    """`facts` finds what the page prints besides, for a `template` of its own that extends mediation/case_act.html. One
    that belongs to a `card` is offered there when the card is shown, else among the rarer ones; one that is `aside`
    only by a link that its card prints itself. The browser `keeps_draft` of long texts. A page that `opens` the case
    shows what is confidential: it is on record as an opening (openings.py). `then` says where the act leads, other than
    back to the case."""

    page = "mediation:case"

    template: str = "mediation/case_act.html"
    facts: Callable[[Case], dict] = lambda case: {}
    card: str = ""
    keeps_draft: bool = False
    opens: bool = False
    aside: bool = False
    then: Callable[[Any, Case, ActForm], str | None] = lambda user, case, form: None

    def ask(self, data=None, files=None, *, case: Case, by, **more) -> ActForm:
        """The form, over what was sent, filled in by `by`."""
        return self.form(data, files, case=case, by=by, **more)
