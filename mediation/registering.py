"""Registering what page and API send, unless it may be a dispute that is there already."""

from datetime import datetime

from django.db import transaction

from grids.jurisdiction import may

from . import actions
from .forms import CaseForm, PartyFormSet, SameForm
from .models import Case
from .same import Same, same


@transaction.atomic
def register(sent, form: CaseForm, parties: PartyFormSet, *, by, at: datetime) -> tuple[Case | None, list[Same]]:
    """The case, or what has to be looked at first: cases that may be the same dispute and that the sender has not
    `seen`.

    `joins` names one of them that it is: the new case is registered, with its source and number, and joined to that
    one. Raises CaseMoved.
    """
    found = same(by, at, **SameForm(sent).asked())
    chosen = next((one.case for one in found if str(one.case.pk) == str(sent.get("joins", ""))), None)
    seen = {str(pk) for pk in (sent.getlist("seen") if hasattr(sent, "getlist") else sent.get("seen") or [])}
    if chosen is None and any(str(one.case.pk) not in seen for one in found):
        return None, found
    given = {**form.cleaned_data}
    area = given.pop("area")
    case = actions.register_case(**given, area_key=area.key, parties=parties.parties, by=by, at=at)
    if chosen and case.joined_to_id is None and may(by, "case.join", case):
        actions.join_case(case, by=by, at=at, into=chosen)
    return case, []
